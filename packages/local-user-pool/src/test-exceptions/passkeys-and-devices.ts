import { type Ceremony, choicePool, testAuthenticator } from '../test-authenticator.ts'
import { deviceSecret, newDevice, remembering } from '../test-device.ts'
import { testPassword } from '../test-pool.ts'
import { email, repeatedly, withToken, withUser } from './arranged.ts'
import type { Arranged, Provocations } from './provocation.ts'

async function withPasskeys() {
  const pool = await choicePool()
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email)
  const begun = async () =>
    (await pool.call('StartWebAuthnRegistration', { AccessToken })).CredentialCreationOptions
  return { pool, AccessToken, begun }
}

/** A registration in which something is other than it should be. */
async function registering(ceremony: Ceremony, kind: 'ES256' | 'EdDSA' = 'ES256'): Promise<Arranged> {
  const { pool, AccessToken, begun } = await withPasskeys()
  return [pool, { AccessToken, Credential: testAuthenticator(kind).register(await begun(), ceremony) }]
}

/** Passkeys and remembered devices. */
export const passkeysAndDevices: Provocations = {
  CompleteWebAuthnRegistration: {
    async LimitExceeded() {
      const { pool, AccessToken, begun } = await withPasskeys()
      const Credential = testAuthenticator().register(await begun())
      await repeatedly(20, () => pool.registered(AccessToken))
      return [pool, { AccessToken, Credential }]
    },
    WebAuthnChallengeNotFound: () => registering({ challenge: 'x'.repeat(128) }),
    async WebAuthnClientMismatch() {
      const { pool, begun } = await withPasskeys()
      const Credential = testAuthenticator().register(await begun())
      const { ClientId } = await pool.client()
      const { AccessToken } = await pool.tokens(email, testPassword, ClientId)
      return [pool, { AccessToken, Credential }]
    },
    WebAuthnCredentialNotSupported: () => registering({}, 'EdDSA'),
    async WebAuthnNotEnabled() {
      const { pool, AccessToken } = await withToken()
      return [pool, { AccessToken, Credential: {} }]
    },
    WebAuthnOriginNotAllowed: () => registering({ origin: 'https://evil.test' }),
    WebAuthnRelyingPartyMismatch: () => registering({ relyingPartyId: 'evil.test' }),
  },
  ConfirmDevice: {
    async DeviceKeyExists() {
      const { pool } = await withUser(remembering)
      const { AccessToken, ...keys } = await newDevice(pool, email)
      const { DeviceSecretVerifierConfig } = deviceSecret(keys)
      const input = { AccessToken, DeviceKey: keys.key, DeviceSecretVerifierConfig }
      await pool.call('ConfirmDevice', input)
      return [pool, input]
    },
  },
  DeleteWebAuthnCredential: {
    async ResourceNotFound() {
      const { pool, AccessToken } = await withPasskeys()
      return [pool, { AccessToken, CredentialId: 'nothing' }]
    },
  },
  StartWebAuthnRegistration: {
    async LimitExceeded() {
      const { pool, AccessToken } = await withPasskeys()
      await repeatedly(20, () => pool.registered(AccessToken))
      return [pool, { AccessToken }]
    },
    async WebAuthnConfigurationMissing() {
      const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD' as const, 'WEB_AUTHN' as const] }
      const { pool, AccessToken } = await withToken({ Policies: { SignInPolicy } })
      return [pool, { AccessToken }]
    },
    async WebAuthnNotEnabled() {
      const { pool, AccessToken } = await withToken()
      return [pool, { AccessToken }]
    },
  },
}
