import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'
const MFAOptions = [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' } as const]

test('turns codes by text message on for a user who has a verified phone number', async () => {
  const { call, refusal, confirmedUser, userPoolId: UserPoolId } = await testPool()
  await confirmedUser(Username)
  expect(await refusal('AdminSetUserSettings', { UserPoolId, Username, MFAOptions })).toEqual(
    refused('InvalidParameter', 'User does not have delivery config set to turn on SMS_MFA'),
  )
  const UserAttributes = [
    { Name: 'phone_number', Value: '+819012345678' },
    { Name: 'phone_number_verified', Value: 'true' },
  ]
  await call('AdminUpdateUserAttributes', { UserPoolId, Username, UserAttributes })
  await call('AdminSetUserSettings', { UserPoolId, Username, MFAOptions })
  expect(await call('AdminGetUser', { UserPoolId, Username })).toMatchObject({
    UserMFASettingList: ['SMS_MFA'],
  })
})

test('refuses nobody', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('AdminSetUserSettings', { UserPoolId, Username, MFAOptions })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
