import { expect, test } from 'vitest'
import { testPassword as Password, refused, testPool } from '../test-pool.ts'

const Username = 'taro@example.com'

test('confirms a user, verifies no address, and does it once', async () => {
  const { call, refusal, user, clientId: ClientId, userPoolId: UserPoolId } = await testPool()
  await call('SignUp', { ClientId, Username, Password })
  expect(await call('AdminConfirmSignUp', { UserPoolId, Username })).toEqual({})
  const { status, attributes } = await user(Username)
  expect(status).toBe('CONFIRMED')
  expect(attributes).not.toHaveProperty('email_verified')
  expect(await refusal('AdminConfirmSignUp', { UserPoolId, Username })).toEqual(
    refused('NotAuthorized', 'User cannot be confirmed. Current status is CONFIRMED'),
  )
})

test('refuses whoever was invited', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  await call('AdminCreateUser', { UserPoolId, Username })
  expect(await refusal('AdminConfirmSignUp', { UserPoolId, Username })).toEqual(
    refused('NotAuthorized', 'User cannot be confirmed. Current status is FORCE_CHANGE_PASSWORD'),
  )
})
