import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'
const feedback = { Username, EventId: 'none', FeedbackToken: 'a.b.c', FeedbackValue: 'Valid' }

test('refuses a token that nobody was sent', async () => {
  const pool = await testPool({ UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } })
  await pool.confirmedUser(Username)
  const input = { UserPoolId: pool.userPoolId, ...feedback }
  expect(await pool.refusal('UpdateAuthEventFeedback', input)).toEqual(
    refused('NotAuthorized', 'Invalid feedback token.'),
  )
})

test('refuses nobody, and a pool without threat protection', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('UpdateAuthEventFeedback', { UserPoolId, ...feedback })).toEqual(
    refused('UserPoolAddOnNotEnabled', 'User pool add-ons are not enabled.'),
  )
  await call('UpdateUserPool', { UserPoolId, UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })
  expect(await refusal('UpdateAuthEventFeedback', { UserPoolId, ...feedback })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
