import { describe, expect, test } from 'vitest'
import { choicePool, email, phone } from '../test-authenticator.ts'
import { refused } from '../test-pool.ts'

const mismatch = refused('CodeMismatch', 'Invalid code or auth state for the user.')
const other = (code: string) => String((Number(code) + 1) % 1e8).padStart(8, '0')

describe.each([
  ['EMAIL_OTP', email, 'EMAIL', 'h***@e***'],
  ['SMS_OTP', phone, 'SMS', '+********5678'],
] as const)('%s as the first factor', (factor, address, medium, masked) => {
  const asked = async () => {
    const pool = await choicePool([factor])
    await pool.confirmedUser(email)
    await pool.set({ phone_number: phone, phone_number_verified: 'true' })
    const question = await pool.begin()
    const answer = (code: string) => pool.answer(question, { [`${factor}_CODE`]: code })
    return { ...pool, pool, question, answer, code: await pool.sent(address) }
  }

  test('sends eight digits, says where to, and takes them once', async () => {
    const { call, refusal, question, answer, code } = await asked()
    expect(question).toMatchObject({
      ChallengeName: factor,
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: masked,
      },
    })
    expect(code).toMatch(/^\d{8}$/)
    expect(await call('RespondToAuthChallenge', answer(code))).toHaveProperty('AuthenticationResult.IdToken')
    expect(await refusal('RespondToAuthChallenge', answer(code))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session can only be used once.'),
    )
  })

  test('six wrong codes are refused alike, and the right one works after them', async () => {
    const { call, refusal, answer, code } = await asked()
    for (let tries = 0; tries < 6; tries += 1) {
      expect(await refusal('RespondToAuthChallenge', answer(other(code)))).toEqual(mismatch)
    }
    await call('RespondToAuthChallenge', answer(code))
  })

  test('of sixty wrong codes ten are looked at, whatever Session they come with, and the right one is not', async () => {
    const { attempt, begin, pool, answer, code, wait } = await asked()
    const rest = await begin()
    const tries = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        attempt(
          'RespondToAuthChallenge',
          index % 2 ? answer(other(code)) : pool.answer(rest, { [`${factor}_CODE`]: '00000' }),
        ),
      ),
    )
    expect(tries.filter((answered) => answered.startsWith('CodeMismatchException'))).toHaveLength(10)
    const exceeded = 'NotAuthorizedException: Password attempts exceeded'
    expect(tries.filter((answered) => answered === exceeded)).toHaveLength(50)
    expect(await attempt('RespondToAuthChallenge', answer(code))).toBe(exceeded)
    wait({ hours: 1 })
    const next = await begin()
    const latest = { [`${factor}_CODE`]: await pool.sent(address) }
    expect(await attempt('RespondToAuthChallenge', pool.answer(next, latest))).toBe('ok')
  })

  test('wrong codes are forgotten by a sign-in', async () => {
    const { attempt, begin, pool, answer, code } = await asked()
    for (let tries = 0; tries < 4; tries += 1) await attempt('RespondToAuthChallenge', answer(other(code)))
    await attempt('RespondToAuthChallenge', answer(code))
    const next = await begin()
    for (let tries = 0; tries < 9; tries += 1) {
      await attempt('RespondToAuthChallenge', pool.answer(next, { [`${factor}_CODE`]: '00000' }))
    }
    const latest = { [`${factor}_CODE`]: await pool.sent(address) }
    expect(await attempt('RespondToAuthChallenge', pool.answer(next, latest))).toBe('ok')
  })

  test('wrong codes count: the next sign-in has to wait', async () => {
    const { refusal, answer, code, clientId } = await asked()
    for (let tries = 0; tries < 5; tries += 1) await refusal('RespondToAuthChallenge', answer(other(code)))
    const start = { ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: email } }
    expect(await refusal('InitiateAuth', start)).toEqual(
      refused('NotAuthorized', 'Password attempts exceeded'),
    )
  })

  test('is over after three minutes', async () => {
    const { refusal, answer, code, wait } = await asked()
    wait({ minutes: 3 })
    expect(await refusal('RespondToAuthChallenge', answer(code))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session is expired.'),
    )
  })

  test('says that the code is missing', async () => {
    const { refusal, answer } = await asked()
    expect(await refusal('RespondToAuthChallenge', answer(''))).toEqual(
      refused('InvalidParameter', `Missing required parameter ${factor}_CODE`),
    )
  })

  test('a code of an earlier sign-in does not serve the next', async () => {
    const { begin, refusal, answer, code } = await asked()
    const { Session } = await begin()
    expect(await refusal('RespondToAuthChallenge', { ...answer(code), Session })).toEqual(mismatch)
  })

  test('choosing it once more sends another code, and the first is void', async () => {
    const { call, refusal, question, answer, code, sent } = await asked()
    const choice = { ...answer(code), ChallengeName: 'SELECT_CHALLENGE' as const }
    const again = await call('RespondToAuthChallenge', {
      ...choice,
      ChallengeResponses: { USERNAME: email, ANSWER: factor },
    })
    expect(again).toMatchObject({ ChallengeName: factor })
    expect(again.Session).not.toBe(question.Session)
    const latest = await sent(address)
    expect(await refusal('RespondToAuthChallenge', answer(code))).toMatchObject({
      message: 'Invalid session for the user, session can only be used once.',
    })
    await call('RespondToAuthChallenge', { ...answer(latest), Session: again.Session })
  })

  test('is refused once the address is no longer verified', async () => {
    const { refusal, answer, code, set } = await asked()
    await set({ email_verified: 'false', phone_number_verified: 'false' })
    expect(await refusal('RespondToAuthChallenge', answer(code))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user.'),
    )
  })

  test('two parallel answers do not both win', async () => {
    const { attempt, answer, code } = await asked()
    const answers = await Promise.all([1, 2, 3].map(() => attempt('RespondToAuthChallenge', answer(code))))
    expect(answers.filter((text) => text === 'ok')).toHaveLength(1)
  })
})
