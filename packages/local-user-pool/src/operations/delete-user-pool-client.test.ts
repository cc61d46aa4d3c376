import { expect, test } from 'vitest'
import type { Triggers } from '../domain/trigger-events.ts'
import { refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('deletes the client; what it gave out is worth nothing, other clients go on', async () => {
  const pool = await testPool()
  const { clientId: ClientId, userPoolId: UserPoolId } = pool
  const other = await pool.client()
  await pool.confirmedUser(email)
  const { AccessToken, RefreshToken } = await pool.tokens(email)
  const others = await pool.tokens(email, undefined, other.ClientId)
  expect(await pool.call('DeleteUserPoolClient', { UserPoolId, ClientId })).toEqual({})
  const gone = refused('ResourceNotFound', `User pool client ${ClientId} does not exist.`)
  expect(await pool.refusal('DeleteUserPoolClient', { UserPoolId, ClientId })).toEqual(gone)
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(gone)
  expect(await pool.refusal('GetTokensFromRefreshToken', { ClientId, RefreshToken })).toEqual(gone)
  await pool.call('GetUser', { AccessToken: others.AccessToken })
})

test('a sign-in that it overtakes gets no tokens', async () => {
  const triggers: Triggers = {
    async PreTokenGeneration(event) {
      await pool.call('DeleteUserPoolClient', { UserPoolId, ClientId })
      return event
    },
  }
  const pool = await testPool({}, {}, { triggers })
  const { clientId: ClientId, userPoolId: UserPoolId } = pool
  await pool.confirmedUser(email)
  const AuthParameters = { USERNAME: email, PASSWORD: 'Genkan-2026' }
  const signIn = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const
  expect(await pool.attempt('InitiateAuth', signIn)).toBe(
    `ResourceNotFoundException: User pool client ${ClientId} does not exist.`,
  )
})
