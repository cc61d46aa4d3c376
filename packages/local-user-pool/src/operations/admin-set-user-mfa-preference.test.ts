import { expect, test } from 'vitest'
import { testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('turns a factor on for a user, who is asked for it from then on', async () => {
  const { call, confirmedUser, signIn, userPoolId: UserPoolId } = await testPool()
  const { password } = await confirmedUser(Username)
  await call('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: {},
  })
  await call('AdminSetUserMFAPreference', { UserPoolId, Username, EmailMfaSettings: { Enabled: true } })
  expect(await signIn(Username, password)).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
})

test('knows no user of that name', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('AdminSetUserMFAPreference', { UserPoolId, Username: 'nobody' })).toEqual({
    name: 'UserNotFoundException',
    message: 'User does not exist.',
  })
})
