import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper'
import { Passkey, totp } from './factors.ts'
import type { Output, Run } from './run.ts'
import type { Scene } from './scene.ts'
import { firstPassword, newEmail, type Person } from './world.ts'

/** Keeps the tokens of a sign-in that ended with them. */
function keep(run: Run, person: Person, output: Output): Output {
  const { AccessToken, RefreshToken, NewDeviceMetadata } = output?.AuthenticationResult ?? {}
  if (AccessToken) {
    run.known.add('access token', AccessToken)
    person.AccessToken = AccessToken
    person.since = run.now
  }
  if (RefreshToken) person.RefreshToken = RefreshToken
  if (NewDeviceMetadata) person.DeviceKey = NewDeviceMetadata.DeviceKey
  return output?.AuthenticationResult
}

export const byPassword: Scene = async (run, { ClientId, people }, person) => {
  const AuthParameters = { USERNAME: person.email, PASSWORD: person.password }
  const output = await run.try('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  // Others may have deleted them, or changed their password.
  if (output === undefined && run.chance.is(0.3)) people.splice(people.indexOf(person), 1)
  return keep(run, person, output)
}

export const bySrp: Scene = async (run, { ClientId, UserPoolId }, person) => {
  const session = createSrpSession(person.email, person.password, UserPoolId, false)
  const start = { ClientId, AuthFlow: 'USER_SRP_AUTH' as const, AuthParameters: { USERNAME: person.email } }
  const asked = await run.try('InitiateAuth', wrapInitiateAuth(session, start))
  if (asked?.ChallengeName !== 'PASSWORD_VERIFIER') return
  const answer = wrapAuthChallenge(signSrpSession(session, asked), {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER' as const,
    Session: asked.Session,
    ChallengeResponses: { USERNAME: asked.ChallengeParameters.USERNAME },
  })
  keep(run, person, await run.try('RespondToAuthChallenge', answer))
  // Once more: it is used up.
  if (run.chance.is(0.3)) await run.call('RespondToAuthChallenge', answer)
}

/** A proof that is none, which takes the client no time. */
export const byWrongProof: Scene = async (run, { ClientId }, { email }) => {
  const SRP_A = run.chance.is(0.2) ? run.inputs.hostileText('0') : run.chance.bytes(384).toString('hex')
  const asked = await run.try('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: email, SRP_A },
  })
  const { USERNAME, SECRET_BLOCK } = asked?.ChallengeParameters ?? {}
  const ChallengeResponses = {
    USERNAME,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: run.chance.bytes(run.chance.pick([0, 31, 32, 33])).toString('base64'),
    TIMESTAMP: run.chance.pick(['Sat Nov 21 09:00:00 UTC 2026', 'Sat Nov 21 9:0:0 UTC 2026', '']),
  }
  await run.try('RespondToAuthChallenge', {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    Session: asked?.Session,
    ChallengeResponses,
  })
}

export const byChoice: Scene = async (run, { ClientId }, person) => {
  const USERNAME = person.email
  const factor = run.chance.pick(['EMAIL_OTP', 'PASSWORD', 'WEB_AUTHN', undefined])
  const AuthParameters = {
    USERNAME,
    PREFERRED_CHALLENGE: factor,
    ...(factor === 'PASSWORD' && { PASSWORD: person.password }),
  }
  let asked = await run.try('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters })
  for (let step = 0; step < 3 && asked?.ChallengeName; step += 1) {
    const { ChallengeName, Session } = asked
    const responses: Record<string, object> = {
      EMAIL_OTP: { EMAIL_OTP_CODE: ChallengeName === 'EMAIL_OTP' ? await run.inbox(USERNAME) : '' },
      SELECT_CHALLENGE: { ANSWER: run.chance.pick(['EMAIL_OTP', 'PASSWORD']), PASSWORD: person.password },
      WEB_AUTHN: { CREDENTIAL: run.inputs.hostileText('{}') },
    }
    const ChallengeResponses = { USERNAME, ...responses[ChallengeName] }
    asked = await run.try('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses })
  }
  keep(run, person, asked)
}

export const refresh: Scene = async (run, { ClientId }, person) => {
  const { RefreshToken } = person
  if (run.chance.is(0.5))
    return keep(run, person, await run.try('GetTokensFromRefreshToken', { RefreshToken, ClientId }))
  const AuthParameters = { REFRESH_TOKEN: RefreshToken }
  return keep(
    run,
    person,
    await run.try('InitiateAuth', { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }),
  )
}

export const authenticatorApp: Scene = async (run, { ClientId, UserPoolId }, person) => {
  const { AccessToken, email: USERNAME, password: PASSWORD } = person
  const { SecretCode } = (await run.try('AssociateSoftwareToken', { AccessToken })) ?? {}
  if (!SecretCode) return
  if (!(await run.try('VerifySoftwareToken', { AccessToken, UserCode: totp(SecretCode, run.now) }))) return
  if (
    !(await run.try('SetUserMFAPreference', {
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    }))
  )
    return
  const AuthParameters = { USERNAME, PASSWORD }
  const asked = await run.try('AdminInitiateAuth', {
    UserPoolId,
    ClientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters,
  })
  if (asked?.ChallengeName === 'SOFTWARE_TOKEN_MFA') {
    const ChallengeResponses = { USERNAME, SOFTWARE_TOKEN_MFA_CODE: totp(SecretCode, run.now + 30_000) }
    const { ChallengeName, Session } = asked
    keep(
      run,
      person,
      await run.try('AdminRespondToAuthChallenge', {
        UserPoolId,
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses,
      }),
    )
  }
  await run.call('AdminDeleteSoftwareToken', { UserPoolId, Username: USERNAME })
}

export const passkey: Scene = async (run, { ClientId }, person) => {
  const { AccessToken, email: USERNAME } = person
  const { CredentialCreationOptions } = (await run.try('StartWebAuthnRegistration', { AccessToken })) ?? {}
  if (!CredentialCreationOptions) return
  const key = new Passkey()
  const Credential = key.register(CredentialCreationOptions)
  if (!(await run.try('CompleteWebAuthnRegistration', { AccessToken, Credential }))) return
  const AuthParameters = { USERNAME, PREFERRED_CHALLENGE: 'WEB_AUTHN' }
  const asked = await run.try('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters })
  const options = asked?.ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS
  if (options) {
    const signed = key.sign(JSON.parse(options))
    const CREDENTIAL = run.chance.is(0.3) ? JSON.stringify(run.inputs.altered(JSON.parse(signed))) : signed
    const ChallengeResponses = { USERNAME, CREDENTIAL }
    const { ChallengeName, Session } = asked
    keep(
      run,
      person,
      await run.call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses }),
    )
  }
  const { Credentials = [] } = (await run.call('ListWebAuthnCredentials', { AccessToken })) ?? {}
  const CredentialId = Credentials[0]?.CredentialId
  if (CredentialId) await run.try('DeleteWebAuthnCredential', { AccessToken, CredentialId })
}

export const device: Scene = async (run, world, person) => {
  const { NewDeviceMetadata } = ((await byPassword(run, world, person)) as Output) ?? {}
  if (!NewDeviceMetadata) return
  const { AccessToken } = person
  const { DeviceKey } = NewDeviceMetadata
  const secret = {
    PasswordVerifier: run.chance.bytes(384).toString('base64'),
    Salt: run.chance.bytes(16).toString('base64'),
  }
  await run.try('ConfirmDevice', {
    AccessToken,
    DeviceKey,
    DeviceName: 'Firefox',
    DeviceSecretVerifierConfig: secret,
  })
  await run.try('UpdateDeviceStatus', { AccessToken, DeviceKey, DeviceRememberedStatus: 'remembered' })
  const { UserPoolId } = world
  const Username = person.email
  await run.try('AdminGetDevice', { UserPoolId, Username, DeviceKey })
  await run.try('AdminUpdateDeviceStatus', {
    UserPoolId,
    Username,
    DeviceKey,
    DeviceRememberedStatus: 'not_remembered',
  })
  await run.try('GetDevice', { AccessToken, DeviceKey })
  await run.try('ListDevices', { AccessToken })
  if (run.chance.is(0.5)) return run.try('ForgetDevice', { AccessToken, DeviceKey })
  return run.try('AdminForgetDevice', { UserPoolId, Username, DeviceKey })
}

export const newPassword: Scene = async (run, world) => {
  const { UserPoolId, ClientId } = world
  const email = newEmail(world)
  const TemporaryPassword = 'Temporary-2026'
  if (!(await run.try('AdminCreateUser', { UserPoolId, Username: email, TemporaryPassword }))) return
  const AuthParameters = { USERNAME: email, PASSWORD: TemporaryPassword }
  const asked = await run.try('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  if (asked?.ChallengeName !== 'NEW_PASSWORD_REQUIRED') return
  const ChallengeResponses = {
    USERNAME: email,
    NEW_PASSWORD: firstPassword,
    'userAttributes.name': run.inputs.hostileText('a'),
  }
  const { ChallengeName, Session } = asked
  await run.try('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses })
}
