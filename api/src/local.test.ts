import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, expect, test } from 'vitest'
import { type LocalApi, startApi } from './local.ts'

const configuration = {
  userPoolId: 'ap-northeast-1_LocalPool',
  clientId: '6h89qn2bfglbmvfebq9aaknqk0',
  allowedOrigin: 'http://localhost:3000',
  issuer: 'http://localhost:9339/ap-northeast-1_LocalPool',
}

const started: LocalApi[] = []

async function start(port = 0) {
  const api = await startApi({ ...configuration, port })
  started.push(api)
  return api
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((api) => api.close()))
})

test('the handler answers over HTTP, headers and body included', async () => {
  const { url } = await start()
  const response = await fetch(`${url}/?a=1`, { headers: { origin: 'http://localhost:3000' } })
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toBe('Bearer')
  expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
  expect(await response.json()).toMatchObject({ error: 'token_missing' })
})

test('the token in the Authorization header reaches the handler', async () => {
  const { url } = await start()
  const response = await fetch(url, { headers: { authorization: 'Bearer not.a.token' } })
  expect(await response.json()).toMatchObject({ error: 'token_malformed' })
})

test('paths and methods reach the handler', async () => {
  const { url } = await start()
  expect((await fetch(`${url}/users`)).status).toBe(404)
  expect((await fetch(url, { method: 'POST', body: 'x'.repeat(100_000) })).status).toBe(405)
  const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin: 'http://localhost:3000' } })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toBe('Authorization')
})

test('a port that is taken rejects with the error for the caller to handle', async () => {
  const { url } = await start()
  await expect(start(Number(new URL(url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('no other address of this machine is listened at', async () => {
  const port = Number(new URL((await start()).url).port)
  const addresses = Object.values(networkInterfaces()).flatMap((list = []) =>
    list.map(({ address }) => address),
  )
  const others = new Set(['::1', ...addresses.filter((address) => address !== '127.0.0.1')])
  for (const host of others) {
    const socket = connect(port, host)
    const reached = await new Promise((decide) => {
      socket.once('connect', () => decide(true)).once('error', () => decide(false))
    })
    socket.destroy()
    expect(reached, host).toBe(false)
  }
})

test('close ends connections that are open, and frees the port', async () => {
  const api = await start()
  const port = Number(new URL(api.url).port)
  const idle = connect(port, '127.0.0.1')
  await new Promise((connected) => idle.once('connect', connected))
  const ended = new Promise((close) => idle.once('close', close))
  idle.on('error', () => {})
  await api.close()
  await ended
  started.length = 0
  await expect(start(port)).resolves.toMatchObject({ url: api.url })
})
