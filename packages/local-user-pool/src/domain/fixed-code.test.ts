import { expect, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import { refused, testPassword, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('a fixed code is the code of every delivery, and still good once', async () => {
  const pool = await testPool({}, {}, { fixedCode: '123456' })
  await pool.call('SignUp', { ClientId: pool.clientId, Username, Password: testPassword })
  expect(await pool.sent(Username)).toBe('123456')
  const confirm = { ClientId: pool.clientId, Username, ConfirmationCode: '123456' }
  expect(await pool.refusal('ConfirmSignUp', { ...confirm, ConfirmationCode: '654321' })).toEqual(
    refused('CodeMismatch', 'Invalid verification code provided, please try again.'),
  )
  await pool.call('ConfirmSignUp', confirm)
  await pool.call('ForgotPassword', { ClientId: pool.clientId, Username })
  await pool.call('ConfirmForgotPassword', { ...confirm, Password: 'Another-2026' })
  expect(await pool.refusal('ConfirmForgotPassword', { ...confirm, Password: 'Third-2026' })).toEqual(
    refused('ExpiredCode', 'Invalid code provided, please request a code again.'),
  )
})

test('a fixed code signs in who has the address, and nobody else', async () => {
  const pool = await testPool(
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
    { fixedCode: '12345678' },
  )
  await pool.confirmedUser(Username)
  const answer = async (USERNAME: string) => {
    const { Session } = await pool.call('InitiateAuth', {
      ClientId: pool.clientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    })
    return pool.attempt('RespondToAuthChallenge', {
      ClientId: pool.clientId,
      ChallengeName: 'EMAIL_OTP',
      Session,
      ChallengeResponses: { USERNAME, EMAIL_OTP_CODE: '12345678' },
    })
  }
  expect(await answer(Username)).toBe('ok')
  expect(await answer('nobody@example.com')).toMatch(/^CodeMismatchException/)
})

test.each(['12345', '123456789', 'abcdef', ''])('a fixed code is not %j', (fixedCode) => {
  expect(() => createLocalUserPool({ fixedCode })).toThrow('The fixed code must be 6 to 8 digits.')
})
