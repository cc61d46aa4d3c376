import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const google = {
  ProviderName: 'Google',
  ProviderType: 'Google',
  ProviderDetails: { client_id: 'id', authorize_scopes: 'openid' },
  AttributeMapping: { email: 'email' },
  IdpIdentifiers: ['google.com'],
} as const

test('makes a provider, once', async () => {
  const { call, now, refusal, userPoolId: UserPoolId } = await testPool()
  const input = { UserPoolId, ...google, IdpIdentifiers: [...google.IdpIdentifiers] }
  const { IdentityProvider } = await call('CreateIdentityProvider', input)
  expect(IdentityProvider).toEqual({ ...input, CreationDate: now() / 1000, LastModifiedDate: now() / 1000 })
  expect(await refusal('CreateIdentityProvider', { ...input, ProviderDetails: {} })).toEqual(
    refused('DuplicateProvider', 'Identity provider Google already exists.'),
  )
  expect(await call('DescribeIdentityProvider', { UserPoolId, ProviderName: 'Google' })).toEqual({
    IdentityProvider,
  })
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  expect(await refusal('CreateIdentityProvider', { UserPoolId: 'ap-northeast-1_none', ...google })).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})

test.each(['sub', 'identities'])('maps no claim to %s, which the pool itself says', async (name) => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const wrong = refused('InvalidParameter', `AttributeMapping cannot map the attribute ${name}.`)
  const input = { UserPoolId, ...google, IdpIdentifiers: [], AttributeMapping: { [name]: 'id' } }
  expect(await refusal('CreateIdentityProvider', input)).toEqual(wrong)
  await call('CreateIdentityProvider', { ...input, AttributeMapping: { username: 'sub' } })
  const { ProviderName, AttributeMapping } = input
  expect(await refusal('UpdateIdentityProvider', { UserPoolId, ProviderName, AttributeMapping })).toEqual(
    wrong,
  )
})
