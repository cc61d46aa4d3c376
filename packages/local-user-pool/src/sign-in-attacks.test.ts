import { beforeEach, describe, expect, test } from 'vitest'
import { N } from './core/modular-power.ts'
import { shapeOf } from './protocol/model.ts'
import type { Operations } from './protocol/types.generated.ts'
import { refused, type TestPool, testPassword, testPool } from './test-pool.ts'
import { srpClient } from './test-srp-client.ts'

// Every attack on a sign-in that is under way. That a question is answered once, in time and for the right password is
// said beside each challenge; what many connections make of it at once, in contract/concurrency.test.ts.

const email = 'hanako@example.com'
const incorrect = refused('NotAuthorized', 'Incorrect username or password.')

type Answer = Operations['RespondToAuthChallenge']['input']

let pool: TestPool
beforeEach(async () => {
  pool = await testPool(
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] },
  )
  await pool.confirmedUser(email)
})

const withResponses = (answer: Answer, change: Readonly<Record<string, string>>): Answer => ({
  ...answer,
  ChallengeResponses: { ...answer.ChallengeResponses, ...change },
})

/** The answer is refused as a wrong password is, and the right one to a new question still signs in. */
async function refuses(answer: Answer) {
  expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(incorrect)
  expect(await pool.signIn(email, testPassword)).toHaveProperty('AuthenticationResult.AccessToken')
}

describe('a public value that would give the key away, or is no number:', () => {
  const hex = (value: bigint) => value.toString(16)
  const values = {
    '0': '0',
    'many zeros': '0'.repeat(768),
    N: hex(N),
    'N, in capitals': hex(N).toUpperCase(),
    'N, with zeros before it': `00${hex(N)}`,
    '2 N': hex(2n * N),
    '3 N': hex(3n * N),
    '255 N': hex(255n * N),
    '256 N, longer than any': hex(256n * N),
    'N many times over': hex(N * N),
    '-1': '-1',
    '- N': `-${hex(N)}`,
    'a prefix': '0x2',
    'a sign': '+2',
    'a space': ' ',
    'digits with a space': 'ab cd',
    'digits of other scripts': '１２',
    'a line after it': 'ab\n',
    'no digits': 'xyz',
    'two of them': 'ab,cd',
  }

  test.each(Object.entries(values))('%s begins no sign-in, by either way to begin one', async (_, SRP_A) => {
    const start = { ClientId: pool.clientId, AuthParameters: { USERNAME: email, SRP_A } }
    const choosing = { ...start.AuthParameters, PREFERRED_CHALLENGE: 'PASSWORD_SRP' }
    expect(await pool.refusal('InitiateAuth', { ...start, AuthFlow: 'USER_SRP_AUTH' })).toEqual(incorrect)
    expect(
      await pool.refusal('InitiateAuth', { ...start, AuthFlow: 'USER_AUTH', AuthParameters: choosing }),
    ).toEqual(incorrect)
  })

  test('an odd number of digits is one all the same', async () => {
    const start = { ClientId: pool.clientId, AuthFlow: 'USER_SRP_AUTH' as const }
    await pool.call('InitiateAuth', { ...start, AuthParameters: { USERNAME: email, SRP_A: 'abc' } })
  })
})

test('no two questions share B or a secret block, to somebody or nobody', async () => {
  const { A } = srpClient(pool.userPoolId, testPassword)
  const asked = async (USERNAME: string) => {
    const AuthParameters = { USERNAME, SRP_A: A }
    const start = { ClientId: pool.clientId, AuthFlow: 'USER_SRP_AUTH' as const, AuthParameters }
    const { ChallengeParameters: { SRP_B = '', SECRET_BLOCK = '' } = {} } = await pool.call(
      'InitiateAuth',
      start,
    )
    return [SRP_B, SECRET_BLOCK]
  }
  const names = Array.from({ length: 20 }, (_, index) => (index % 2 ? email : 'nobody@example.com'))
  const seen = (await Promise.all(names.map(asked))).flat()
  expect(new Set(seen).size).toBe(40)
})

describe('a proof', () => {
  test('of another question to the same user is refused, with the block of either', async () => {
    const [one, other] = [await pool.proof(email, testPassword), await pool.proof(email, testPassword)]
    const { PASSWORD_CLAIM_SIGNATURE = '', PASSWORD_CLAIM_SECRET_BLOCK = '' } = other.ChallengeResponses ?? {}
    await refuses(withResponses(one, { PASSWORD_CLAIM_SIGNATURE }))
    await refuses(withResponses(await pool.proof(email, testPassword), { PASSWORD_CLAIM_SECRET_BLOCK }))
  })

  test('of another user with the same password is refused, under either name', async () => {
    await pool.confirmedUser('taro@example.com')
    const theirs = (await pool.proof('taro@example.com', testPassword)).ChallengeResponses ?? {}
    const own = await pool.proof(email, testPassword)
    const { PASSWORD_CLAIM_SIGNATURE = '', USERNAME = '' } = theirs
    await refuses(withResponses(own, { PASSWORD_CLAIM_SIGNATURE }))
    await refuses(withResponses(await pool.proof(email, testPassword), { USERNAME }))
    await refuses({
      ...own,
      ChallengeResponses: { ...theirs, USERNAME: own.ChallengeResponses?.USERNAME ?? '' },
    })
  })

  test('made for another pool, of the same user and password, is refused, and so is a block of that pool', async () => {
    const { UserPool: { Id: UserPoolId = '' } = {} } = await pool.call('CreateUserPool', {
      PoolName: 'other',
    })
    const Username = (await pool.user(email)).username
    await pool.call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' })
    const password = { UserPoolId, Username, Password: testPassword, Permanent: true }
    await pool.call('AdminSetUserPassword', password)
    const { UserPoolClient } = await pool.call('CreateUserPoolClient', { UserPoolId, ClientName: 'other' })
    const ClientId = UserPoolClient?.ClientId ?? ''
    const elsewhere = srpClient(UserPoolId, testPassword)
    const start = (client: string, A: string) =>
      pool.call('InitiateAuth', {
        ClientId: client,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: Username, SRP_A: A },
      })
    const answer = {
      ClientId: pool.clientId,
      ChallengeName: 'PASSWORD_VERIFIER' as const,
      ChallengeResponses: { USERNAME: Username },
    }
    const here = await start(pool.clientId, elsewhere.A)
    await refuses(withResponses(answer, elsewhere.answer(here.ChallengeParameters ?? {})))
    const there = await start(ClientId, elsewhere.A)
    await refuses(withResponses(answer, elsewhere.answer(there.ChallengeParameters ?? {})))
  })

  test('through another client than it was asked through is refused', async () => {
    const { ClientId } = await pool.client()
    await refuses({ ...(await pool.proof(email, testPassword)), ClientId })
  })

  test('of another time than it says is refused', async () => {
    await refuses(
      withResponses(await pool.proof(email, testPassword), { TIMESTAMP: 'Sat Nov 21 04:30:05 UTC 2026' }),
    )
  })

  const bytes: Readonly<Record<string, (given: Buffer) => Buffer>> = {
    'cut at its end': (given) => given.subarray(0, -1),
    'cut at its beginning': (given) => given.subarray(1),
    'half of it': (given) => given.subarray(0, given.length / 2),
    'longer by a zero': (given) => Buffer.concat([given, Buffer.alloc(1)]),
    'a zero before it': (given) => Buffer.concat([Buffer.alloc(1), given]),
    twice: (given) => Buffer.concat([given, given]),
    zeros: (given) => Buffer.alloc(given.length),
    'as long as any may be': () => Buffer.alloc(98_304, 1),
  }

  test.each(Object.entries(bytes))('%s is refused', async (_, change) => {
    const answer = await pool.proof(email, testPassword)
    const given = Buffer.from(answer.ChallengeResponses?.PASSWORD_CLAIM_SIGNATURE ?? '', 'base64')
    await refuses(withResponses(answer, { PASSWORD_CLAIM_SIGNATURE: change(given).toString('base64') }))
  })

  test.each(Object.entries(bytes))('with its secret block %s is refused', async (_, change) => {
    const answer = await pool.proof(email, testPassword)
    const given = Buffer.from(answer.ChallengeResponses?.PASSWORD_CLAIM_SECRET_BLOCK ?? '', 'base64')
    await refuses(withResponses(answer, { PASSWORD_CLAIM_SECRET_BLOCK: change(given).toString('base64') }))
  })
})

describe('a Session is worth nothing', () => {
  const shape = shapeOf('ChallengeNameType')
  const names = shape.type === 'string' ? ((shape.enum ?? []) as Answer['ChallengeName'][]) : []
  /** What each challenge asks for, all of it: a name that does not fit is not to be refused for what is missing. */
  const everything = {
    NEW_PASSWORD: 'Chosen-2026',
    PASSWORD: testPassword,
    ANSWER: 'PASSWORD',
    SRP_A: 'abc',
    CREDENTIAL: '{}',
    EMAIL_OTP_CODE: '123456',
    SMS_OTP_CODE: '123456',
    SMS_MFA_CODE: '123456',
    SOFTWARE_TOKEN_MFA_CODE: '123456',
    DEVICE_KEY: 'ap-northeast-1_00000000-0000-4000-8000-000000000000',
    PASSWORD_CLAIM_SIGNATURE: 'AAAA',
    PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA',
    TIMESTAMP: 'Sat Nov 21 04:30:05 UTC 2026',
  }

  /** Sign-ins that stand before a question with a Session; and which other names may be answered with it, as is meant. */
  const questions = {
    NEW_PASSWORD_REQUIRED: {
      mayAlsoBe: [],
      begin: async () => {
        const user = { UserPoolId: pool.userPoolId, Username: email }
        await pool.call('AdminSetUserPassword', { ...user, Password: testPassword })
        return pool.signInByPassword(email, testPassword)
      },
    },
    SELECT_CHALLENGE: { mayAlsoBe: [], begin: () => choose({}) },
    // Whoever was asked for one first factor may choose another.
    EMAIL_OTP: { mayAlsoBe: ['SELECT_CHALLENGE'], begin: () => choose({ PREFERRED_CHALLENGE: 'EMAIL_OTP' }) },
    PASSWORD: { mayAlsoBe: ['SELECT_CHALLENGE'], begin: () => choose({ PREFERRED_CHALLENGE: 'PASSWORD' }) },
  } as const
  const choose = (parameters: Readonly<Record<string, string>>) =>
    pool.call('InitiateAuth', {
      ClientId: pool.clientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: email, ...parameters },
    })

  test.each(Object.entries(questions))(
    '%s, as the answer to any other challenge',
    async (name, { begin, mayAlsoBe }) => {
      const { ChallengeName, Session } = await begin()
      expect(ChallengeName).toBe(name)
      const others = names.filter(
        (other) => other !== name && !(mayAlsoBe as readonly unknown[]).includes(other),
      )
      expect(others.length).toBeGreaterThan(13)
      for (const other of others) {
        const told = await pool.attempt('RespondToAuthChallenge', {
          ClientId: pool.clientId,
          ChallengeName: other,
          Session,
          ChallengeResponses: { USERNAME: email, ...everything },
        })
        expect(`${other}: ${told}`).toMatch(
          /: (NotAuthorizedException: (Invalid session for the user\.|Incorrect username or password\.)|InvalidParameterException: Challenge \w+ is not supported\.|ResourceNotFoundException: .*[Dd]evice.*)$/,
        )
      }
    },
  )

  test.each(Object.entries(questions))(
    '%s, for another user, or through another client',
    async (name, { begin }) => {
      await pool.confirmedUser('taro@example.com')
      const { Session } = await begin()
      const { ClientId } = await pool.client()
      const answer = (USERNAME: string, client: string) => ({
        ClientId: client,
        ChallengeName: name,
        Session,
        ChallengeResponses: { USERNAME, ...everything },
      })
      for (const [who, client] of [
        ['taro@example.com', pool.clientId],
        ['nobody@example.com', pool.clientId],
        [email, ClientId],
      ] as const) {
        expect(await pool.refusal('RespondToAuthChallenge', answer(who, client))).toEqual(
          refused('NotAuthorized', 'Invalid session for the user.'),
        )
      }
    },
  )

  test.each(Object.entries(questions))('%s, cut, longer, or in other letters', async (name, { begin }) => {
    const { Session = '' } = await begin()
    const { length } = Session
    for (const session of [
      Session.slice(1),
      Session.slice(0, length - 1),
      `${Session}A`,
      Session.toUpperCase(),
    ]) {
      const told = await pool.attempt('RespondToAuthChallenge', {
        ClientId: pool.clientId,
        ChallengeName: name,
        Session: session,
        ChallengeResponses: { USERNAME: email, ...everything },
      })
      expect(told).toBe('NotAuthorizedException: Invalid session for the user.')
    }
  })
})
