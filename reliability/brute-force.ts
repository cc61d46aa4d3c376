import { createLocalUserPool } from '@genkan/local-user-pool'
import { requestOf } from './calls.ts'
import type { Trial } from './trial.ts'

type Call = (operation: string, input: object) => Promise<Record<string, unknown>>

const email = 'hanako@example.com'
const second = 1000
const minute = 60 * second
const day = 24 * 60 * minute

/** Somebody who guesses at one account around the clock, and never right. */
interface Guesser {
  readonly name: string
  /** Guesses once, and tells whether it was looked at. */
  readonly guess: (call: Call) => Promise<boolean>
  /** After so many that were looked at: waits so long, for the lockout to be forgotten. */
  readonly rest?: readonly [after: number, milliseconds: number]
  /** How long to wait where it was not. */
  readonly step: number
  /** How many a day the limits leave, at the most. */
  readonly atMost: number
}

const password: Guesser['guess'] = async (call) => {
  const { message } = await call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: 'Wrong-2026' },
  })
  return message === 'Incorrect username or password.'
}

const signInCode: Guesser['guess'] = async (call) => {
  const { Session } = await call('InitiateAuth', {
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
  })
  if (Session === undefined) return false
  const ChallengeResponses = { USERNAME: email, EMAIL_OTP_CODE: '00000' }
  const { __type } = await call('RespondToAuthChallenge', {
    ChallengeName: 'EMAIL_OTP',
    Session,
    ChallengeResponses,
  })
  return __type === 'CodeMismatchException'
}

const resetCode: Guesser['guess'] = async (call) => {
  await call('ForgotPassword', { Username: email })
  const { __type } = await call('ConfirmForgotPassword', {
    Username: email,
    ConfirmationCode: '00000',
    Password: 'Chosen-2026',
  })
  return __type === 'CodeMismatchException' || __type === 'ExpiredCodeException'
}

const signUpCode: Guesser['guess'] = async (call) => {
  const { __type } = await call('ConfirmSignUp', { Username: 'new@example.com', ConfirmationCode: '00000' })
  return __type === 'CodeMismatchException' || __type === 'ExpiredCodeException'
}

// The lockout doubles from one second to 15 minutes: 15 tries until it does no more, and then one each time that it ends.
// Whoever gives up after eleven, for 15 minutes after the lock, begins anew every 1027 seconds.
const guessers: readonly Guesser[] = [
  { name: 'password, whenever the lock ends', guess: password, step: 5 * second, atMost: 15 + 96 },
  {
    name: 'password, eleven and then a rest',
    guess: password,
    rest: [11, 64 * second + 15 * minute],
    step: second,
    atMost: 11 * Math.ceil(86_400 / 1027),
  },
  { name: 'sign-in code', guess: signInCode, step: minute, atMost: 10 * 25 },
  { name: 'code of a forgotten password', guess: resetCode, step: minute, atMost: 5 * 25 },
  { name: 'sign-up code', guess: signUpCode, step: minute, atMost: 15 * 25 },
]

/**
 * Lets guessers loose on one account each, and counts what the limits leave them: the clock is moved, so that a day takes
 * seconds. `whole` is a week.
 */
export const trial: Trial = async (size) => {
  const days = size === 'whole' ? 7 : 1
  const faults: string[] = []
  const figures: Record<string, string | number>[] = []
  for (const guesser of guessers) {
    const { tried, lookedAt } = await guessed(guesser, days * day)
    const allowed = guesser.atMost * days
    if (lookedAt > allowed)
      faults.push(`${guesser.name}: ${lookedAt} guesses were looked at, not ${allowed}.`)
    if (lookedAt === 0) faults.push(`${guesser.name}: no guess was looked at, so that nothing is shown.`)
    figures.push({
      guesser: guesser.name,
      days,
      tried,
      'looked at': lookedAt,
      'a day': Math.round(lookedAt / days),
    })
  }
  return { figures, faults }
}

async function guessed({ guess, rest, step }: Guesser, duration: number) {
  let now = Date.now()
  const pool = createLocalUserPool({ clock: () => now })
  const call = await entered(pool.fetch)
  const end = now + duration
  const count = { tried: 0, lookedAt: 0 }
  while (now < end) {
    count.tried += 1
    if (!(await guess(call))) now += step
    else if (++count.lookedAt % (rest?.[0] ?? Infinity) === 0) now += rest?.[1] ?? 0
  }
  pool.close()
  return count
}

/** A pool with somebody who has an account, and somebody who has still to confirm one. */
async function entered(fetch: (request: Request) => Promise<Response>): Promise<Call> {
  const call: Call = async (operation, input) => {
    const response = await fetch(requestOf(operation, input))
    return (await response.json()) as Record<string, unknown>
  }
  const { UserPool } = (await call('CreateUserPool', {
    PoolName: 'brute-force',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  })) as { UserPool: { Id: string } }
  const { UserPoolClient } = (await call('CreateUserPoolClient', {
    UserPoolId: UserPool.Id,
    ClientName: 'brute-force',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH'],
  })) as { UserPoolClient: { ClientId: string } }
  const user = { UserPoolId: UserPool.Id, Username: email }
  const UserAttributes = [{ Name: 'email_verified', Value: 'true' }]
  await call('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS', UserAttributes })
  await call('AdminSetUserPassword', { ...user, Password: 'Genkan-2026', Permanent: true })
  const { ClientId } = UserPoolClient
  await call('SignUp', { ClientId, Username: 'new@example.com', Password: 'Genkan-2026' })
  return (operation, input) => call(operation, { ClientId, ...input })
}
