import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const own = {
  ProviderName: 'Cognito',
  ProviderAttributeName: 'Cognito_Subject',
  ProviderAttributeValue: email,
}
const google = (ProviderAttributeValue: string) => ({
  ...own,
  ProviderName: 'Google',
  ProviderAttributeValue,
})

let pool: TestPool
let UserPoolId: string
beforeEach(async () => {
  pool = await testPool()
  UserPoolId = pool.userPoolId
  const provider = { ProviderName: 'Google', ProviderType: 'Google', ProviderDetails: {} } as const
  await pool.call('CreateIdentityProvider', { UserPoolId, ...provider })
  await pool.confirmedUser(email)
  for (const id of ['1', '2']) {
    await pool.call('AdminLinkProviderForUser', { UserPoolId, DestinationUser: own, SourceUser: google(id) })
  }
})

const identities = async () => JSON.parse((await pool.user(email)).attributes.identities ?? '[]')

test('takes an identity from its user, after which it can be another’s', async () => {
  await pool.call('AdminDisableProviderForUser', { UserPoolId, User: google('1') })
  expect(await identities()).toMatchObject([{ userId: '2' }])
  await pool.confirmedUser('taro@example.com')
  const DestinationUser = { ...own, ProviderAttributeValue: 'taro@example.com' }
  await pool.call('AdminLinkProviderForUser', { UserPoolId, DestinationUser, SourceUser: google('1') })
  await pool.call('AdminDisableProviderForUser', { UserPoolId, User: google('2') })
  expect((await pool.user(email)).attributes).not.toHaveProperty('identities')
})

test('keeps one of the pool’s own from signing in by password, and leaves the identities', async () => {
  await pool.signIn(email, testPassword)
  await pool.call('AdminDisableProviderForUser', { UserPoolId, User: own })
  expect(await pool.signInRefusal(email, testPassword)).toEqual(
    refused('NotAuthorized', 'Incorrect username or password.'),
  )
  expect(await identities()).toHaveLength(2)
})

test.each([google('3'), { ...own, ProviderAttributeValue: 'nobody' }, { ...google('1'), ProviderName: 'X' }])(
  'refuses whoever is not there',
  async (User) => {
    expect(await pool.refusal('AdminDisableProviderForUser', { UserPoolId, User })).toEqual(
      refused('UserNotFound', 'User does not exist.'),
    )
  },
)
