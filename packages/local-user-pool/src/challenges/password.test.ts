import { beforeEach, describe, expect, test } from 'vitest'
import { type ChoicePool, choicePool, email } from '../test-authenticator.ts'
import { refused, testPassword } from '../test-pool.ts'

const incorrect = refused('NotAuthorized', 'Incorrect username or password.')
const used = refused('NotAuthorized', 'Invalid session for the user, session can only be used once.')

let pool: ChoicePool
beforeEach(async () => {
  pool = await choicePool()
  await pool.confirmedUser(email)
})

describe('PASSWORD', () => {
  const asked = async (login = email) => {
    const question = await pool.begin({ PREFERRED_CHALLENGE: 'PASSWORD' }, login)
    return (PASSWORD: string, USERNAME = login) => pool.answer(question, { USERNAME, PASSWORD })
  }

  test('gives tokens for the right password, once; a wrong one may be put right', async () => {
    const answer = await asked()
    expect(await pool.refusal('RespondToAuthChallenge', answer('Wrong-2026'))).toEqual(incorrect)
    expect(await pool.call('RespondToAuthChallenge', answer(testPassword))).toHaveProperty(
      'AuthenticationResult.IdToken',
    )
    expect(await pool.refusal('RespondToAuthChallenge', answer(testPassword))).toEqual(used)
  })

  test('five wrong passwords lock the user out', async () => {
    const answer = await asked()
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await pool.refusal('RespondToAuthChallenge', answer('Wrong-2026'))).toEqual(incorrect)
    }
    expect(await pool.refusal('RespondToAuthChallenge', answer(testPassword))).toEqual(
      refused('NotAuthorized', 'Password attempts exceeded'),
    )
    pool.wait({ seconds: 1 })
    await pool.call('RespondToAuthChallenge', answer(testPassword))
  })

  test('no password is right for nobody', async () => {
    const answer = await asked('nobody@example.com')
    expect(await pool.refusal('RespondToAuthChallenge', answer(testPassword))).toEqual(incorrect)
    expect(await pool.refusal('RespondToAuthChallenge', answer(testPassword, email))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user.'),
    )
  })

  test('says that the password is missing', async () => {
    const answer = await asked()
    expect(await pool.refusal('RespondToAuthChallenge', answer(''))).toEqual(
      refused('InvalidParameter', 'Missing required parameter PASSWORD'),
    )
  })

  test('is over after three minutes', async () => {
    const answer = await asked()
    pool.wait({ minutes: 3 })
    expect(await pool.refusal('RespondToAuthChallenge', answer(testPassword))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session is expired.'),
    )
  })

  test('refuses somebody who was disabled meanwhile', async () => {
    const answer = await asked()
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: email })
    expect(await pool.refusal('RespondToAuthChallenge', answer(testPassword))).toEqual(
      refused('NotAuthorized', 'User is disabled.'),
    )
  })
})
