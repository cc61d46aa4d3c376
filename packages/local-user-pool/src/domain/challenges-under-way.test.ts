import { describe, expect, test } from 'vitest'
import { choicePool } from '../test-authenticator.ts'
import { confirmedDevice, deviceProof, deviceSrp, remembering, signInWith } from '../test-device.ts'
import { type Refusal, refused, type TestPool, testPassword, testPool } from '../test-pool.ts'
import type { Triggers } from './trigger-events.ts'

// People choose their names here, so that somebody else may have one later.
const named = { UsernameAttributes: [], AutoVerifiedAttributes: ['email' as const] }
const Username = 'hanako'

type Answer = [Parameters<TestPool['refusal']>[0], object]

const invalidSession = refused('NotAuthorized', 'Invalid session for the user.')

async function newcomer(pool: TestPool, more: object = {}): Promise<void> {
  const { userPoolId: UserPoolId } = pool
  await pool.call('AdminCreateUser', {
    UserPoolId,
    Username,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: 'hanako@example.com' },
      { Name: 'email_verified', Value: 'true' },
    ],
    ...more,
  })
}

async function confirmed(pool: TestPool): Promise<void> {
  const { userPoolId: UserPoolId } = pool
  await newcomer(pool)
  await pool.call('AdminSetUserPassword', { UserPoolId, Username, Password: testPassword, Permanent: true })
}

/** A pool that wants a second factor after the password. */
async function withMfa(config: object): Promise<TestPool> {
  const pool = await testPool(named)
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'ON',
    ...config,
  })
  await confirmed(pool)
  return pool
}

const respond = (
  { clientId: ClientId }: TestPool,
  ChallengeName: string,
  { Session }: { readonly Session?: string | undefined },
  responses: object,
): Answer => [
  'RespondToAuthChallenge',
  { ClientId, ChallengeName, Session, ChallengeResponses: { USERNAME: Username, ...responses } },
]

const noDevice = refused('ResourceNotFound', 'Device does not exist.')
const email = { EmailMfaConfiguration: { Message: '{####}', Subject: 'code' } }
const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }

/** The trigger that makes a question of its own, and finds any answer right. */
const custom: Triggers = {
  DefineAuthChallenge(event) {
    event.response.challengeName = 'CUSTOM_CHALLENGE'
    event.response.issueTokens = event.request.session.length > 0
    return event
  },
  CreateAuthChallenge: (event) => event,
  VerifyAuthChallengeResponse(event) {
    event.response.answerCorrect = true
    return event
  },
}

/** Each question that a user may be asked, an answer that would be right, and how it is refused. */
const questions: Readonly<
  Record<string, () => Promise<{ pool: TestPool; answer: Answer; refusal?: Refusal }>>
> = {
  async NEW_PASSWORD_REQUIRED() {
    const pool = await testPool(named)
    await newcomer(pool, { TemporaryPassword: testPassword })
    const asked = await pool.signInByPassword(Username, testPassword)
    return { pool, answer: respond(pool, 'NEW_PASSWORD_REQUIRED', asked, { NEW_PASSWORD: 'Another-2026' }) }
  },
  async EMAIL_OTP() {
    const pool = await withMfa(email)
    const asked = await pool.signInByPassword(Username, testPassword)
    const EMAIL_OTP_CODE = await pool.sent('hanako@example.com')
    return { pool, answer: respond(pool, 'EMAIL_OTP', asked, { EMAIL_OTP_CODE }) }
  },
  async MFA_SETUP() {
    const pool = await withMfa(app)
    const asked = await pool.signInByPassword(Username, testPassword)
    return { pool, answer: ['AssociateSoftwareToken', { Session: asked.Session }] }
  },
  async CUSTOM_CHALLENGE() {
    const pool = await testPool(named, { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] }, { triggers: custom })
    await confirmed(pool)
    const asked = await pool.call('InitiateAuth', {
      ClientId: pool.clientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: Username },
    })
    return { pool, answer: respond(pool, 'CUSTOM_CHALLENGE', asked, { ANSWER: '山' }) }
  },
  async SELECT_CHALLENGE() {
    const pool = await choicePool(['PASSWORD', 'EMAIL_OTP'], {}, named)
    await confirmed(pool)
    const asked = await pool.begin({}, Username)
    const answer = { ANSWER: 'PASSWORD', PASSWORD: testPassword }
    return { pool, answer: respond(pool, 'SELECT_CHALLENGE', asked, answer) }
  },
  async PASSWORD_VERIFIER() {
    const pool = await testPool(named)
    await confirmed(pool)
    const refusal = refused('NotAuthorized', 'Incorrect username or password.')
    return { pool, answer: ['RespondToAuthChallenge', await pool.proof(Username, testPassword)], refusal }
  },
  async DEVICE_SRP_AUTH() {
    const pool = await testPool({ ...named, ...remembering })
    await confirmed(pool)
    const device = await confirmedDevice(pool, Username)
    const asked = await signInWith(pool, Username, device)
    return { pool, answer: ['RespondToAuthChallenge', deviceSrp(pool, asked, device)], refusal: noDevice }
  },
  async DEVICE_PASSWORD_VERIFIER() {
    const pool = await testPool({ ...named, ...remembering })
    await confirmed(pool)
    const device = await confirmedDevice(pool, Username)
    const asked = await signInWith(pool, Username, device)
    const proof = await pool.call('RespondToAuthChallenge', deviceSrp(pool, asked, device))
    return { pool, answer: ['RespondToAuthChallenge', deviceProof(pool, proof, device)], refusal: noDevice }
  },
}

describe.each(Object.entries(questions))('an answer to %s', (name, ask) => {
  test('is right for whom the question was asked', async () => {
    const { pool, answer } = await ask()
    expect(await pool.attempt(...answer)).toBe('ok')
  })

  test('serves nobody who has the name later', async () => {
    const { pool, answer, refusal = invalidSession } = await ask()
    await pool.call('AdminDeleteUser', { UserPoolId: pool.userPoolId, Username })
    if (name === 'NEW_PASSWORD_REQUIRED') await newcomer(pool, { TemporaryPassword: testPassword })
    else await confirmed(pool)
    expect(await pool.refusal(...answer)).toEqual(refusal)
  })
})

test('an authenticator app is not set up for somebody who has the name later', async () => {
  const pool = await withMfa(app)
  const asked = await pool.signInByPassword(Username, testPassword)
  const { Session } = await pool.call('AssociateSoftwareToken', { Session: asked.Session })
  await pool.call('AdminDeleteUser', { UserPoolId: pool.userPoolId, Username })
  await confirmed(pool)
  expect(await pool.refusal('VerifySoftwareToken', { Session, UserCode: '000000' })).toEqual(invalidSession)
})
