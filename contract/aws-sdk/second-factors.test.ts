import {
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  CodeMismatchException,
  EnableSoftwareTokenMFAException,
  GetUserCommand,
  GetUserPoolMfaConfigCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  SetUserPoolMfaConfigCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser } from '../people.ts'
import { refusal } from '../refusal.ts'
import { signInBySrp, tokensOf } from '../srp.ts'
import { present, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
  await target.admin.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: target.userPoolId,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  )
})
afterAll(() => target.close())

test('says which second factors the pool offers', async () => {
  const { admin, userPoolId: UserPoolId } = target
  expect(await admin.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))).toMatchObject({
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
})

test('asks for the code of an authenticator app that a user has set up, until it is switched off', async () => {
  const { admin, clientId: ClientId, userPoolId: UserPoolId } = target
  const person = await confirmedUser(target)
  const { accessToken: AccessToken } = await tokensOf(target, person)
  const secret = present((await admin.send(new AssociateSoftwareTokenCommand({ AccessToken }))).SecretCode)
  const app = new TOTP({ secret })

  const wrong = admin.send(
    new VerifySoftwareTokenCommand({ AccessToken, UserCode: otherThan(app.generate()) }),
  )
  await refusal(wrong, EnableSoftwareTokenMFAException)
  await admin.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: app.generate() }))
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
  await admin.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }))
  expect(await admin.send(new GetUserCommand({ AccessToken }))).toMatchObject({
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
  })

  const asked = await signInBySrp(target, person.email, person.password)
  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(asked.AuthenticationResult).toBeUndefined()
  const answer = (code: string) =>
    admin.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session: asked.Session,
        ChallengeResponses: { USERNAME: person.email, SOFTWARE_TOKEN_MFA_CODE: code },
      }),
    )
  // The code of the next step: the one of this step was used up by setting the app up.
  const next = app.generate({ timestamp: Date.now() + 30_000 })
  await refusal(answer(otherThan(next)), CodeMismatchException)
  expect((await answer(next)).AuthenticationResult?.IdToken).toBeDefined()

  await admin.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId,
      Username: person.email,
      SoftwareTokenMfaSettings: { Enabled: false },
    }),
  )
  expect((await signInBySrp(target, person.email, person.password)).AuthenticationResult).toBeDefined()
})

/** A code that the app does not show now, nor a step earlier or later, as good as certainly. */
const otherThan = (code: string) => String((Number(code) + 499_999) % 1_000_000).padStart(6, '0')
