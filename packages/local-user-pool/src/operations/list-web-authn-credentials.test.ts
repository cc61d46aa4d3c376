import { expect, test } from 'vitest'
import { choicePool, email, testAuthenticator } from '../test-authenticator.ts'
import { refused } from '../test-pool.ts'

const signedIn = async () => {
  const pool = await choicePool()
  await pool.confirmedUser(email)
  return { ...pool, AccessToken: (await pool.tokens(email)).AccessToken }
}

test('says what each passkey is called, where it is good for, and when it came', async () => {
  const { call, registered, AccessToken, now } = await signedIn()
  const { id } = await registered(AccessToken)
  expect(await call('ListWebAuthnCredentials', { AccessToken })).toEqual({
    Credentials: [
      {
        CredentialId: id,
        FriendlyCredentialName: 'Passkey',
        RelyingPartyId: 'example.com',
        AuthenticatorAttachment: 'platform',
        AuthenticatorTransports: ['hybrid', 'internal'],
        CreatedAt: now() / 1000,
      },
    ],
  })
})

test('calls a passkey after who keeps it', async () => {
  const { call, registered, AccessToken } = await signedIn()
  const aaguid = Buffer.from('fbfc3007154e4ecc8c0b6e020557d7bd', 'hex')
  await registered(AccessToken, testAuthenticator('ES256', aaguid))
  expect(await call('ListWebAuthnCredentials', { AccessToken })).toMatchObject({
    Credentials: [{ FriendlyCredentialName: 'Apple Passwords' }],
  })
})

test('lists them in the order they came, a page at a time, and nobody else’s', async () => {
  const { call, confirmedUser, tokens, registered, AccessToken } = await signedIn()
  const ids: string[] = []
  for (let count = 0; count < 3; count += 1) ids.push((await registered(AccessToken)).id)
  await confirmedUser('taro@example.com')
  await registered((await tokens('taro@example.com')).AccessToken)
  const first = await call('ListWebAuthnCredentials', { AccessToken, MaxResults: 2 })
  const { NextToken } = first
  const second = await call('ListWebAuthnCredentials', { AccessToken, MaxResults: 2, NextToken })
  const listed = [...first.Credentials, ...second.Credentials].map(({ CredentialId }) => CredentialId)
  expect(listed).toEqual(ids)
  expect(second).not.toHaveProperty('NextToken')
})

test('refuses a token of a page that it did not give out', async () => {
  const { refusal, AccessToken } = await signedIn()
  expect(await refusal('ListWebAuthnCredentials', { AccessToken, NextToken: 'unknown' })).toEqual(
    refused('InvalidParameter', 'Invalid pagination token given.'),
  )
})

test('asks for an access token', async () => {
  const { refusal } = await signedIn()
  expect(await refusal('ListWebAuthnCredentials', { AccessToken: 'a.b.c' })).toEqual(
    refused('NotAuthorized', 'Invalid Access Token'),
  )
})
