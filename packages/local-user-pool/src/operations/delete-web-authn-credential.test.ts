import { expect, test } from 'vitest'
import { choicePool, email } from '../test-authenticator.ts'
import { refused } from '../test-pool.ts'

const missing = refused('ResourceNotFound', 'Passkey does not exist.')

const withPasskey = async () => {
  const pool = await choicePool()
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email)
  return { ...pool, AccessToken, CredentialId: (await pool.registered(AccessToken)).id }
}

test('forgets a passkey, once', async () => {
  const { call, refusal, AccessToken, CredentialId } = await withPasskey()
  expect(await call('DeleteWebAuthnCredential', { AccessToken, CredentialId })).toEqual({})
  expect(await call('ListWebAuthnCredentials', { AccessToken })).toEqual({ Credentials: [] })
  expect(await refusal('DeleteWebAuthnCredential', { AccessToken, CredentialId })).toEqual(missing)
})

test('forgets nobody else’s', async () => {
  const { call, refusal, confirmedUser, tokens, AccessToken, CredentialId } = await withPasskey()
  await confirmedUser('taro@example.com')
  const theirs = await tokens('taro@example.com')
  expect(
    await refusal('DeleteWebAuthnCredential', { AccessToken: theirs.AccessToken, CredentialId }),
  ).toEqual(missing)
  expect((await call('ListWebAuthnCredentials', { AccessToken })).Credentials).toHaveLength(1)
})

test('the passkeys of a user go with the user', async () => {
  const { call, confirmedUser, tokens, AccessToken } = await withPasskey()
  await call('DeleteUser', { AccessToken })
  await confirmedUser(email)
  const again = await tokens(email)
  expect(await call('ListWebAuthnCredentials', { AccessToken: again.AccessToken })).toEqual({
    Credentials: [],
  })
})
