import { beforeEach, describe, expect, test } from 'vitest'
import { type ChoicePool, choicePool, email } from '../test-authenticator.ts'
import { refused, testPassword } from '../test-pool.ts'
import { srpClient } from '../test-srp-client.ts'

const incorrect = refused('NotAuthorized', 'Incorrect username or password.')
const used = refused('NotAuthorized', 'Invalid session for the user, session can only be used once.')

let pool: ChoicePool
beforeEach(async () => {
  pool = await choicePool()
  await pool.confirmedUser(email)
})

describe('PASSWORD_SRP', () => {
  const asked = async (password = testPassword, login = email) => {
    const client = srpClient(pool.userPoolId, password)
    const question = await pool.begin({ PREFERRED_CHALLENGE: 'PASSWORD_SRP' }, login)
    const first = pool.answer(question, { USERNAME: login, SRP_A: client.A })
    const proof = async () => {
      const verifier = await pool.call('RespondToAuthChallenge', first)
      const { USERNAME = '', ...question } = verifier.ChallengeParameters ?? {}
      return pool.answer(verifier, { USERNAME, ...client.answer(question) })
    }
    return { first, proof }
  }

  test('takes the first half, asks for the proof with a Session, and gives tokens for it', async () => {
    const { first, proof } = await asked()
    const answer = await proof()
    expect(answer).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) })
    expect(await pool.call('RespondToAuthChallenge', answer)).toHaveProperty('AuthenticationResult.IdToken')
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(incorrect)
    expect(await pool.refusal('RespondToAuthChallenge', first)).toEqual(used)
  })

  test.each([
    ['a wrong password', 'Wrong-2026', email],
    ['nobody', testPassword, 'nobody@example.com'],
  ])('refuses the proof of %s', async (_, password, login) => {
    const { proof } = await asked(password, login)
    expect(await pool.refusal('RespondToAuthChallenge', await proof())).toEqual(incorrect)
  })

  test('refuses the proof with the Session of another question', async () => {
    const [one, other] = [await asked(), await asked()]
    const [answer, { Session }] = [await one.proof(), await other.proof()]
    expect(await pool.refusal('RespondToAuthChallenge', { ...answer, Session })).toEqual(
      refused('NotAuthorized', 'Invalid session for the user.'),
    )
    await pool.call('RespondToAuthChallenge', answer)
  })

  test.each(['0', 'xyz'])('stops at %s as the first half', async (SRP_A) => {
    const { first } = await asked()
    const { USERNAME = '' } = first.ChallengeResponses ?? {}
    expect(
      await pool.refusal('RespondToAuthChallenge', { ...first, ChallengeResponses: { USERNAME, SRP_A } }),
    ).toEqual(incorrect)
  })
})
