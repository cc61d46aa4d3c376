import { describe, expect, test } from 'vitest'
import { cameBack, poolWithGoogle, signedInAs, taro } from '../test-google.ts'
import { refused, type TestPool, testPassword } from '../test-pool.ts'

const byUsername = { UsernameAttributes: [] }
const caseSensitive = { ...byUsername, UsernameConfiguration: { CaseSensitive: true } }
const mapping = { email: 'email', name: 'name' }

/** What the client is told where somebody of Google is refused. */
const toldOf = async (...parameters: Parameters<typeof cameBack>) =>
  (await cameBack(...parameters)).searchParams.get('error_description')

const signUp = (pool: TestPool, Username: string, more: Readonly<Record<string, string>> = {}) =>
  pool.call('SignUp', {
    ClientId: pool.clientId,
    Username,
    Password: testPassword,
    UserAttributes: Object.entries({ email: 'mallory@example.com', ...more }).map(([Name, Value]) => ({
      Name,
      Value,
    })),
  })

describe('nobody is taken for somebody of a provider', () => {
  test.each([
    ['who signed up with their username', caseSensitive, 'Google_42'],
    ['who did so in other letters, where case does not matter', byUsername, 'gOOGLE_42'],
  ])('%s', async (_, userPool, username) => {
    const pool = await poolWithGoogle({}, mapping, userPool)
    await signUp(pool, username)
    expect(await toldOf(pool, taro)).toBe('Already found an entry for username Google_42')
    expect(await pool.user(username)).toMatchObject({
      status: 'UNCONFIRMED',
      attributes: { email: 'mallory@example.com' },
    })
  })

  test('who has their username as an alias', async () => {
    const pool = await poolWithGoogle({}, mapping, {
      UsernameAttributes: undefined,
      AliasAttributes: ['preferred_username'],
    })
    await signUp(pool, 'mallory', { preferred_username: 'Google_42' })
    expect(await toldOf(pool, taro)).toBe('Already found an entry for username Google_42')
  })

  test('whose sub differs by the case of its letters', async () => {
    const pool = await poolWithGoogle({}, mapping, byUsername)
    await cameBack(pool, { ...taro, sub: 'AbC' })
    expect(await toldOf(pool, { ...taro, sub: 'aBc' })).toBe('Already found an entry for username Google_aBc')
    expect((await signedInAs(pool, await cameBack(pool, { ...taro, sub: 'AbC' })))['cognito:username']).toBe(
      'Google_AbC',
    )
  })

  test('whose identity was taken away', async () => {
    const pool = await poolWithGoogle()
    await cameBack(pool, taro)
    await pool.call('AdminDisableProviderForUser', {
      UserPoolId: pool.userPoolId,
      User: {
        ProviderName: 'Google',
        ProviderAttributeName: 'Cognito_Subject',
        ProviderAttributeValue: '42',
      },
    })
    expect(await toldOf(pool, taro)).toBe('Already found an entry for username Google_42')
  })
})

test('a link by a claim is found, although somebody’s sub is the same', async () => {
  const pool = await poolWithGoogle()
  const value = 'hana@gmail.com'
  await cameBack(pool, { ...taro, sub: value })
  await pool.call('AdminLinkProviderForUser', {
    UserPoolId: pool.userPoolId,
    DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'hanako@example.com' },
    SourceUser: { ProviderName: 'Google', ProviderAttributeName: 'email', ProviderAttributeValue: value },
  })
  const { sub } = (await pool.user('hanako@example.com')).attributes
  expect((await signedInAs(pool, await cameBack(pool, { sub: '8', email: value }))).sub).toBe(sub)
  expect((await signedInAs(pool, await cameBack(pool, { sub: value }))).sub).not.toBe(sub)
})

test('somebody of a provider has no password to reset, and no code to sign in with', async () => {
  const pool = await poolWithGoogle(
    {},
    { ...mapping, email_verified: 'email_verified' },
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
  )
  await cameBack(pool, { ...taro, more: '{ "email_verified": true }' })
  const { ClientId } = await pool.client({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
  const Username = 'Google_42'
  const cannot = refused('NotAuthorized', 'User password cannot be reset in the current state.')
  expect(await pool.refusal('ForgotPassword', { ClientId, Username })).toEqual(cannot)
  expect(await pool.refusal('AdminResetUserPassword', { UserPoolId: pool.userPoolId, Username })).toEqual(
    cannot,
  )
  for (const PREFERRED_CHALLENGE of ['EMAIL_OTP', undefined]) {
    const AuthParameters = { USERNAME: Username, ...(PREFERRED_CHALLENGE && { PREFERRED_CHALLENGE }) }
    expect(await pool.refusal('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters })).toEqual(
      refused('NotAuthorized', 'Incorrect username or password.'),
    )
  }
  expect(await pool.sent('taro@gmail.com')).toBe('')
})

describe('what a provider says', () => {
  test.each([
    ['an address that is none', { email: 'no-email' }, 'Invalid email address format.'],
    ['a text that is too long', { name: 'x'.repeat(2049) }, 'name: Attribute value does not conform'],
    ['what the pool has no attribute for', { nickname: 'x' }, 'custom:none: Attribute does not exist'],
  ])('is refused where it is %s, at the first sign-in and later', async (_, wrong, words) => {
    const pool = await poolWithGoogle({}, { ...mapping, 'custom:none': 'nickname' })
    const more = 'nickname' in wrong ? { more: JSON.stringify(wrong) } : wrong
    expect(await toldOf(pool, { ...taro, ...more })).toContain(words)
    await signedInAs(pool, await cameBack(pool, taro))
    expect(await toldOf(pool, { ...taro, ...more })).toContain(words)
  })

  test('makes a new address unverified, unless the provider has verified it', async () => {
    const pool = await poolWithGoogle({}, { ...mapping, email_verified: 'email_verified' })
    const comes = (email: string, more: object) =>
      cameBack(pool, { ...taro, email, more: JSON.stringify(more) })
    const verified = async () => (await pool.user('Google_42')).attributes.email_verified
    await comes('one@gmail.com', { email_verified: true })
    expect(await verified()).toBe('true')
    await comes('one@gmail.com', {})
    expect(await verified()).toBe('true')
    await comes('two@gmail.com', {})
    expect(await verified()).toBe('false')
    await comes('three@gmail.com', { email_verified: true })
    expect(await verified()).toBe('true')
  })
})
