import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('keeps the feedback with the event; of two the later', async () => {
  const pool = await testPool({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })
  const { call, userPoolId: UserPoolId } = pool
  await pool.confirmedUser(Username)
  await pool.tokens(Username)
  const events = async () =>
    (await call('AdminListUserAuthEvents', { UserPoolId, Username })).AuthEvents ?? []
  const [{ EventId = '' } = {}] = await events()
  await call('AdminUpdateAuthEventFeedback', { UserPoolId, Username, EventId, FeedbackValue: 'Valid' })
  await call('AdminUpdateAuthEventFeedback', { UserPoolId, Username, EventId, FeedbackValue: 'Invalid' })
  expect(await events()).toMatchObject([
    {
      EventId,
      EventFeedback: { FeedbackValue: 'Invalid', Provider: 'Admin', FeedbackDate: pool.now() / 1000 },
    },
  ])
})

test('refuses an event of nobody, and of somebody else', async () => {
  const pool = await testPool({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })
  const { call, refusal, userPoolId: UserPoolId } = pool
  await pool.confirmedUser(Username)
  await pool.confirmedUser('taro@example.com')
  await pool.tokens('taro@example.com')
  const { AuthEvents } = await call('AdminListUserAuthEvents', { UserPoolId, Username: 'taro@example.com' })
  for (const EventId of ['none', AuthEvents?.[0]?.EventId ?? '']) {
    const input = { UserPoolId, Username, EventId, FeedbackValue: 'Valid' }
    expect(await refusal('AdminUpdateAuthEventFeedback', input)).toEqual(
      refused('ResourceNotFound', 'Event does not exist.'),
    )
  }
})

test('refuses while threat protection is off', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  const input = { UserPoolId, Username, EventId: 'none', FeedbackValue: 'Valid' }
  expect(await refusal('AdminUpdateAuthEventFeedback', input)).toEqual(
    refused('UserPoolAddOnNotEnabled', 'User pool add-ons are not enabled.'),
  )
})
