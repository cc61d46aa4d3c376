import { type RunningLocalUserPool, startLocalUserPool } from '@genkan/local-user-pool'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { trustArgument } from './trust.ts'

let pool: RunningLocalUserPool
let other: RunningLocalUserPool

beforeAll(async () => {
  pool = await startLocalUserPool({ port: 0, https: { port: 0 } })
  other = await startLocalUserPool({ port: 0, https: { port: 0 } })
})
afterAll(() => Promise.all([pool.close(), other.close()]))

async function newPage(...args: string[]) {
  const browser = await startChromium(...args)
  onTestFinished(() => browser.close())
  return browser.newPage()
}

test('Chromium that is told of the authority takes the pool, and no other', async () => {
  const page = await newPage(trustArgument(pool.authority().certificate))
  const response = await page.goto(`${pool.httpsUrl}/_local/inbox`)
  expect(response?.status()).toBe(200)
  expect(await response?.securityDetails()).toMatchObject({
    issuer: pool.authority().name,
    subjectName: 'localhost',
    protocol: 'TLS 1.3',
  })
  const named = `${pool.httpsUrl}`.replace('localhost', 'shop.localhost')
  expect((await page.goto(`${named}/_local/health`))?.status()).toBe(200)
  await expect(page.goto(`${other.httpsUrl}/_local/health`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
})

test('Chromium that is not told takes offence at the authority, and at nothing before it', async () => {
  const page = await newPage()
  await expect(page.goto(`${pool.httpsUrl}/_local/health`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
})
