import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import digests from '../packages/native-srp/src/proofs.json' with { type: 'json' }
import { bundleProof, digestOf, type ProofOf, signIns } from '../packages/native-srp/src/test-proofs.ts'
import { startLocalStack } from '../scripts/local-stack.ts'
import { startChromium } from './chromium.ts'
import { buildOnePageCopy } from './one-page-copy.ts'
import { serveSite } from './site.ts'
import { inTurn } from './turns.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

test('in Chromium, the proofs of a thousand sign-ins are bit for bit those of Amplify’s own arithmetic', async () => {
  const page = await browser.newPage()
  await page.addScriptTag({ content: await bundleProof('native') })
  const proofs = await page.evaluate(async (those) => {
    const { proofOf } = window as unknown as { proofOf: ProofOf }
    const proofs: string[] = []
    for (const signIn of those) proofs.push(await proofOf(signIn))
    return proofs
  }, signIns)
  expect(proofs.map(digestOf)).toEqual(digests)
})

// The journeys visit what Turbopack builds.
test('a page that webpack builds with the plugin signs in, and has none of Amplify’s arithmetic', async () => {
  const stack = await startLocalStack({
    origin: 'http://localhost',
    storage: 'memory',
    ports: { pool: 0, https: 0, api: 0 },
  })
  onTestFinished(() => stack.close())
  const folder = 'e2e/.one-page-webpack'
  const { environment } = stack
  const out = await inTurn(() => buildOnePageCopy({ folder, native: true, bundler: 'webpack', environment }))
  const site = await serveSite(out, 0)
  onTestFinished(() => site.close())

  const page = await browser.newPage({ locale: 'ja-JP' })
  await page.goto(site.url)
  await page.getByLabel('メールアドレス').fill('hanako@example.com')
  await page.getByLabel('パスワード').fill('Genkan-2026')
  await page.getByRole('button', { name: 'ログイン' }).click()
  await page.getByRole('heading', { name: 'ログインしています' }).waitFor()

  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  const scripts = files.map((file) => readFileSync(join(out, file), 'utf8'))
  expect(scripts.filter((script) => script.includes('An exponent below zero'))).toHaveLength(1)
  expect(scripts.filter((script) => script.includes('dlShiftTo'))).toEqual([])
})
