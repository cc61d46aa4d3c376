import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import { exampleSeed } from '../seed.ts'

const { userPoolId: UserPoolId, clientId: ClientId } = exampleSeed
const Username = 'newcomer@example.com'
const UserAttributes = [{ Name: 'name', Value: '新人' }]

test.each([
  ['SignUp', { ClientId, Username, Password: 'Genkan-2026', UserAttributes }],
  ['AdminCreateUser', { UserPoolId, Username, TemporaryPassword: 'Genkan-2026', UserAttributes }],
])('%s makes a user and sends the message, or does neither, wherever it breaks off', async (name, input) => {
  let left = Number.POSITIVE_INFINITY
  const step = () => {
    left -= 1
    if (left < 0) throw new Error('broken off')
  }
  const pool = createLocalUserPool({
    seed: exampleSeed,
    random(bytes) {
      step()
      return randomBytes(bytes)
    },
    clock() {
      step()
      return Date.now()
    },
    onBug: () => {},
  })
  const call = async (operation: string, body: object) => {
    const headers = {
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256',
    }
    const request = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await pool.fetch(new Request('http://localhost:9339/', request))).status
  }
  const sent = async () => {
    const inbox = await pool.fetch(new Request(`http://localhost:9339/_local/inbox?to=${Username}`))
    return ((await inbox.json()) as { items: unknown[] }).items.length
  }
  let isThere = false
  let steps = 0
  for (; !isThere; steps += 1) {
    left = steps
    await call(name, input)
    left = Number.POSITIVE_INFINITY
    isThere = (await call('AdminGetUser', { UserPoolId, Username })) === 200
    expect(await sent()).toBe(Number(isThere))
  }
  expect(steps).toBeGreaterThan(4)
  pool.close()
})
