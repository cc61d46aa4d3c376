import {
  AdminDeleteSoftwareTokenCommand,
  AdminGetUserAuthFactorsCommand,
  AdminGetUserCommand,
  AdminListUserAuthEventsCommand,
  AdminSetUserSettingsCommand,
  AdminUpdateAuthEventFeedbackCommand,
  AdminUpdateUserAttributesCommand,
  NotAuthorizedException,
  paginateAdminListUserAuthEvents,
  ResourceNotFoundException,
  SetUserSettingsCommand,
  UpdateAuthEventFeedbackCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser } from '../people.ts'
import { refusal } from '../refusal.ts'
import { signInBySrp, tokensOf } from '../srp.ts'
import { startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget({ userPool: { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } } })
})
afterAll(() => target.close())

test('sees the sign-ins of a user, and says what to think of one', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const person = await confirmedUser(target)
  const user = { UserPoolId, Username: person.email }
  await refusal(signInBySrp(target, person.email, 'wrong'), NotAuthorizedException)
  await tokensOf(target, person)
  const responses = []
  for await (const page of paginateAdminListUserAuthEvents({ client: admin, pageSize: 1 }, user)) {
    responses.push(page.AuthEvents?.map(({ EventResponse }) => EventResponse))
  }
  expect(responses).toEqual([['Pass'], ['Fail']])

  const { AuthEvents } = await admin.send(new AdminListUserAuthEventsCommand({ ...user, MaxResults: 1 }))
  const feedback = { ...user, EventId: AuthEvents?.[0]?.EventId, FeedbackValue: 'Valid' as const }
  await admin.send(new AdminUpdateAuthEventFeedbackCommand(feedback))
  await refusal(
    admin.send(new UpdateAuthEventFeedbackCommand({ ...feedback, FeedbackToken: 'nobody-was-sent-one' })),
    NotAuthorizedException,
  )
  const after = await admin.send(new AdminListUserAuthEventsCommand({ ...user, MaxResults: 1 }))
  expect(after.AuthEvents?.[0]?.EventFeedback).toMatchObject({ FeedbackValue: 'Valid', Provider: 'Admin' })
})

test('turns codes by text message on and off in the older way, and sees the factors', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const person = await confirmedUser(target)
  const user = { UserPoolId, Username: person.email }
  const UserAttributes = [
    { Name: 'phone_number', Value: '+819012345678' },
    { Name: 'phone_number_verified', Value: 'true' },
  ]
  await admin.send(new AdminUpdateUserAttributesCommand({ ...user, UserAttributes }))
  const { accessToken: AccessToken } = await tokensOf(target, person)
  const MFAOptions = [{ DeliveryMedium: 'SMS' as const, AttributeName: 'phone_number' }]
  await admin.send(new SetUserSettingsCommand({ AccessToken, MFAOptions }))
  expect(await admin.send(new AdminGetUserAuthFactorsCommand(user))).toMatchObject({
    UserMFASettingList: ['SMS_MFA'],
    ConfiguredUserAuthFactors: ['PASSWORD'],
  })
  await admin.send(new AdminSetUserSettingsCommand({ ...user, MFAOptions: [] }))
  expect(await admin.send(new AdminGetUserCommand(user))).not.toHaveProperty('UserMFASettingList')
  await refusal(admin.send(new AdminDeleteSoftwareTokenCommand(user)), ResourceNotFoundException)
})
