import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const DestinationUser = { ProviderName: 'Cognito', ProviderAttributeValue: email }
const google = (ProviderAttributeValue: string) => ({
  ProviderName: 'Google',
  ProviderAttributeName: 'Cognito_Subject',
  ProviderAttributeValue,
})

let pool: TestPool
let UserPoolId: string
beforeEach(async () => {
  pool = await testPool()
  UserPoolId = pool.userPoolId
  await pool.call('CreateIdentityProvider', {
    UserPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: {},
  })
  await pool.confirmedUser(email)
})

test('shows the identity among the attributes, and in the ID token', async () => {
  await pool.call('AdminLinkProviderForUser', { UserPoolId, DestinationUser, SourceUser: google('42') })
  const identity = {
    userId: '42',
    providerName: 'Google',
    providerType: 'Google',
    issuer: null,
    primary: false,
    dateCreated: pool.now(),
  }
  const { attributes } = await pool.user(email)
  expect(JSON.parse(attributes.identities ?? '')).toEqual([identity])
  const { IdToken } = await pool.tokens(email)
  expect(decodeJwt(IdToken).identities).toEqual([
    { ...identity, primary: 'false', dateCreated: String(pool.now()) },
  ])
})

test('links a user who is named by an identity of theirs', async () => {
  await pool.call('AdminLinkProviderForUser', { UserPoolId, DestinationUser, SourceUser: google('1') })
  await pool.call('AdminLinkProviderForUser', {
    UserPoolId,
    DestinationUser: google('1'),
    SourceUser: google('2'),
  })
  const { attributes } = await pool.user(email)
  expect(JSON.parse(attributes.identities ?? '')).toMatchObject([{ userId: '1' }, { userId: '2' }])
})

describe('refuses', () => {
  test('an identity that is linked already, to whomever', async () => {
    await pool.call('AdminLinkProviderForUser', { UserPoolId, DestinationUser, SourceUser: google('42') })
    await pool.confirmedUser('taro@example.com')
    for (const ProviderAttributeValue of [email, 'taro@example.com']) {
      const input = {
        UserPoolId,
        DestinationUser: { ...DestinationUser, ProviderAttributeValue },
        SourceUser: google('42'),
      }
      expect(await pool.refusal('AdminLinkProviderForUser', input)).toEqual(
        refused('InvalidParameter', 'SourceUser is already linked to DestinationUser'),
      )
    }
  })

  test('the sixth identity of a user', async () => {
    for (const id of '12345') {
      await pool.call('AdminLinkProviderForUser', { UserPoolId, DestinationUser, SourceUser: google(id) })
    }
    const input = { UserPoolId, DestinationUser, SourceUser: google('6') }
    expect(await pool.refusal('AdminLinkProviderForUser', input)).toEqual(
      refused('LimitExceeded', 'A user may be linked to no more than 5 identities.'),
    )
  })

  test.each([
    ['somebody of no provider', { ...google('42'), ProviderName: 'Facebook' }],
    ['somebody of the pool’s own', DestinationUser],
    ['nobody in particular', { ProviderName: 'Google' }],
  ])('%s', async (_, SourceUser) => {
    const input = { UserPoolId, DestinationUser, SourceUser }
    expect(await pool.refusal('AdminLinkProviderForUser', input)).toEqual(
      refused('InvalidParameter', 'SourceUser must be somebody of an identity provider of the user pool.'),
    )
  })

  test.each([google('none'), { ...DestinationUser, ProviderAttributeValue: 'nobody' }])(
    'a link to nobody',
    async (destination) => {
      const input = { UserPoolId, DestinationUser: destination, SourceUser: google('42') }
      expect(await pool.refusal('AdminLinkProviderForUser', input)).toEqual(
        refused('UserNotFound', 'User does not exist.'),
      )
    },
  )
})
