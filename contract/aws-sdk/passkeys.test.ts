import {
  AdminInitiateAuthCommand,
  CompleteWebAuthnRegistrationCommand,
  type CompleteWebAuthnRegistrationCommandInput,
  DeleteWebAuthnCredentialCommand,
  GetUserAuthFactorsCommand,
  InitiateAuthCommand,
  ListWebAuthnCredentialsCommand,
  NotAuthorizedException,
  ResourceNotFoundException,
  RespondToAuthChallengeCommand,
  SetUserPoolMfaConfigCommand,
  StartWebAuthnRegistrationCommand,
  WebAuthnOriginNotAllowedException,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testAuthenticator } from '../../packages/local-user-pool/src/test-authenticator.ts'
import { confirmedUser } from '../people.ts'
import { refusal } from '../refusal.ts'
import { present, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget({
    userPool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  })
  await target.admin.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: target.userPoolId,
      WebAuthnConfiguration: { RelyingPartyId: 'example.com', UserVerification: 'required' },
    }),
  )
})
afterAll(() => target.close())

/** Somebody who has signed in by a password that they chose. */
async function signedIn() {
  const { admin, userPoolId, clientId } = target
  const { email, password } = await confirmedUser(target)
  const { AuthenticationResult } = await admin.send(
    new AdminInitiateAuthCommand({
      UserPoolId: userPoolId,
      ClientId: clientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password },
    }),
  )
  return { email, AccessToken: present(AuthenticationResult?.AccessToken) }
}

type Credential = CompleteWebAuthnRegistrationCommandInput['Credential']

test('registers a passkey, signs in with it, lists it and deletes it', async () => {
  const { admin, clientId: ClientId } = target
  const { email: USERNAME, AccessToken } = await signedIn()
  const passkey = testAuthenticator()
  const { CredentialCreationOptions } = await admin.send(
    new StartWebAuthnRegistrationCommand({ AccessToken }),
  )
  const foreign = passkey.register(CredentialCreationOptions, { origin: 'https://evil.test' }) as Credential
  await refusal(
    admin.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential: foreign })),
    WebAuthnOriginNotAllowedException,
  )
  const Credential = passkey.register(CredentialCreationOptions) as Credential
  await admin.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }))

  const { Credentials } = await admin.send(new ListWebAuthnCredentialsCommand({ AccessToken }))
  expect(Credentials).toEqual([
    {
      CredentialId: passkey.id,
      FriendlyCredentialName: 'Passkey',
      RelyingPartyId: 'example.com',
      AuthenticatorAttachment: 'platform',
      AuthenticatorTransports: ['hybrid', 'internal'],
      CreatedAt: expect.any(Date),
    },
  ])
  const factors = await admin.send(new GetUserAuthFactorsCommand({ AccessToken }))
  expect(factors.ConfiguredUserAuthFactors).toEqual(['PASSWORD', 'WEB_AUTHN'])

  const begin = () =>
    admin.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME, PREFERRED_CHALLENGE: 'WEB_AUTHN' },
      }),
    )
  const { ChallengeName, ChallengeParameters, Session } = await begin()
  const answer = () =>
    admin.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses: {
          USERNAME,
          CREDENTIAL: passkey.sign(ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS),
        },
      }),
    )
  expect((await answer()).AuthenticationResult?.IdToken).toBeTypeOf('string')
  await refusal(answer(), NotAuthorizedException)

  const CredentialId = passkey.id
  await admin.send(new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId }))
  await refusal(
    admin.send(new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId })),
    ResourceNotFoundException,
  )
  expect(await begin()).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
  })
})
