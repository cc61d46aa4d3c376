import { expect, test } from 'vitest'
import { choicePool, email } from '../test-authenticator.ts'
import { refused } from '../test-pool.ts'

test('says of a user what they would be told themselves', async () => {
  const { call, confirmedUser, tokens, userPoolId: UserPoolId } = await choicePool()
  await confirmedUser(email)
  const { AccessToken } = await tokens(email)
  const told = await call('GetUserAuthFactors', { AccessToken })
  expect(told).toMatchObject({ ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })
  expect(await call('AdminGetUserAuthFactors', { UserPoolId, Username: email })).toEqual(told)
})

test('says which second factors are on', async () => {
  const { call, confirmedUser, userPoolId: UserPoolId } = await choicePool()
  await confirmedUser(email)
  await call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: {} })
  const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
  await call('AdminSetUserMFAPreference', { UserPoolId, Username: email, EmailMfaSettings })
  expect(await call('AdminGetUserAuthFactors', { UserPoolId, Username: email })).toMatchObject({
    PreferredMfaSetting: 'EMAIL_OTP',
    UserMFASettingList: ['EMAIL_OTP'],
    ConfiguredUserAuthFactors: ['PASSWORD'],
  })
})

test('refuses nobody', async () => {
  const { refusal, userPoolId: UserPoolId } = await choicePool()
  expect(await refusal('AdminGetUserAuthFactors', { UserPoolId, Username: 'nobody' })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
