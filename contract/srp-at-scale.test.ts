import {
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyPassword, laxPolicy } from './passwords.ts'
import { confirmedUser } from './people.ts'
import { refusal } from './refusal.ts'
import { signInBySrp, srpAnswer, srpSession, withOneBitFlipped } from './srp.ts'
import { startTarget, type Target } from './target.ts'
import { post } from './wire.ts'

/** All that a refused proof gets. There is no token in it, because there is nothing else in it. */
const wrongPassword = JSON.stringify({
  __type: 'NotAuthorizedException',
  message: 'Incorrect username or password.',
})

let target: Target

beforeAll(async () => {
  target = await startTarget({ userPool: { Policies: { PasswordPolicy: laxPolicy } } })
})
afterAll(() => target.close())

// Every fourth user on average, because the client's arithmetic takes most of the time of this file.
const turnedBit = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(255) })

// Fifty here and fifty by Amplify, and other ones with each run: the arithmetic is the clients', and slow.
test('signs in users whatever their passwords are, and nobody whose proof has one bit turned', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyPassword, turnedBit, async (password, bit) => {
      const { email } = await confirmedUser(target, password)
      const session = srpSession(target, email, password)

      if (bit !== null) {
        const turned = withOneBitFlipped(await srpAnswer(target, email, password, session), bit)
        const { status, text } = await post(target, 'RespondToAuthChallenge', turned)
        expect({ status, text }).toEqual({ status: 400, text: wrongPassword })
      }

      const right = await srpAnswer(target, email, password, session)
      const { AuthenticationResult } = await target.admin.send(new RespondToAuthChallengeCommand(right))
      expect(AuthenticationResult?.AccessToken).toBeDefined()
    }),
    { numRuns: 50, endOnFailure: true },
  )
})

test('takes a password in another Unicode form for another password', async () => {
  const composed = 'パスワード-が-é-2026'.normalize('NFC')
  const { email } = await confirmedUser(target, composed)
  await refusal(signInBySrp(target, email, composed.normalize('NFD')), NotAuthorizedException)
  await refusal(
    signInBySrp(target, email, composed.normalize('NFKC').replace('2026', '２０２６')),
    NotAuthorizedException,
  )
  const { AuthenticationResult } = await signInBySrp(target, email, composed)
  expect(AuthenticationResult?.AccessToken).toBeDefined()
})

test('refuses an answer that was given before, although it was right', async () => {
  const { email, password } = await confirmedUser(target)
  const answer = await srpAnswer(target, email, password)
  await target.admin.send(new RespondToAuthChallengeCommand(answer))
  const { status, text } = await post(target, 'RespondToAuthChallenge', answer)
  expect({ status, text }).toEqual({ status: 400, text: wrongPassword })
})

test('refuses an answer to the question of somebody else', async () => {
  const one = await confirmedUser(target)
  const other = await confirmedUser(target)
  const answer = await srpAnswer(target, one.email, one.password)
  const attempt = target.admin.send(
    new RespondToAuthChallengeCommand({
      ...answer,
      ChallengeResponses: { ...answer.ChallengeResponses, USERNAME: other.sub },
    }),
  )
  expect((await refusal(attempt, NotAuthorizedException)).message).toBe('Incorrect username or password.')
})

test('asks and refuses somebody who does not exist exactly like somebody with another password', async () => {
  const { email } = await confirmedUser(target)
  const answers = await Promise.all(
    [email, `nobody-${email}`].map(async (login) => {
      const { ChallengeResponses, ...answer } = await srpAnswer(target, login, 'wrong-password')
      const { headers, ...refused } = await post(target, 'RespondToAuthChallenge', {
        ...answer,
        ChallengeResponses,
      })
      return {
        ...refused,
        error: headers.get('x-amzn-errortype'),
        members: Object.keys(ChallengeResponses ?? {}),
      }
    }),
  )
  expect(answers[0]).toEqual(answers[1])
})
