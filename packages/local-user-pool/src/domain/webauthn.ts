import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { authenticatorName } from '../core/authenticators.ts'
import { isOriginOf } from '../core/relying-party.ts'
import {
  invalidParameter,
  webAuthnCredentialNotSupported,
  webAuthnOriginNotAllowed,
  webAuthnRelyingPartyMismatch,
} from '../protocol/exceptions.ts'
import type { Passkey, RelyingParty } from './passkeys.ts'
import type { User } from './users.ts'

/** Loaded for the first passkey: it takes as long to load as all the rest of the pool. */
const library = () => import('@simplewebauthn/server')

/** ES256 and RS256 (COSE algorithm numbers). */
// documented: the keys that Cognito takes.
const algorithms = [-7, -257]

/** What a browser is told to make a passkey (WebAuthn's PublicKeyCredentialCreationOptionsJSON). */
export function creationOptions(
  relyingParty: RelyingParty,
  user: User,
  challenge: string,
  existing: readonly Passkey[],
) {
  // assumed: the authenticator shows the address, since the username is often a UUID, which tells a person nothing.
  const name = user.attributes.email ?? user.attributes.phone_number ?? user.username
  return {
    rp: { id: relyingParty.id, name: relyingParty.id },
    user: { id: userHandleOf(user), name, displayName: user.attributes.name ?? name },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: 60_000,
    excludeCredentials: existing.map(descriptorOf),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: relyingParty.userVerification,
    },
  }
}

/** What a browser is told to sign in with a passkey (WebAuthn's PublicKeyCredentialRequestOptionsJSON). */
export function requestOptions(
  relyingParty: RelyingParty,
  challenge: string,
  allowed: readonly Passkey[],
  timeout: number,
) {
  return {
    challenge,
    timeout,
    rpId: relyingParty.id,
    allowCredentials: allowed.map(descriptorOf),
    userVerification: relyingParty.userVerification,
  }
}

const descriptorOf = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  type: 'public-key',
  transports,
})

/** Which user a passkey says that it is for. */
const userHandleOf = ({ sub }: User) => Buffer.from(sub).toString('base64url')

/** What the browser says of the ceremony: the authenticator signs it. */
interface ClientData {
  readonly challenge: string
  readonly origin: string
  readonly crossOrigin: boolean
}

/** Undefined where it is not what a browser makes. */
export function clientDataOf(credential: unknown): ClientData | undefined {
  const { clientDataJSON } = record(record(credential).response)
  if (typeof clientDataJSON !== 'string') return undefined
  const { challenge, origin, crossOrigin } = record(
    parsed(Buffer.from(clientDataJSON, 'base64url').toString()),
  )
  return typeof challenge === 'string' && typeof origin === 'string'
    ? { challenge, origin, crossOrigin: crossOrigin === true }
    : undefined
}

/**
 * A new passkey, if the answer of the browser holds.
 *
 * @param credential WebAuthn's RegistrationResponseJSON
 * @throws WebAuthnOriginNotAllowedException, WebAuthnRelyingPartyMismatchException,
 *   WebAuthnCredentialNotSupportedException, InvalidParameterException
 */
export async function registered(
  relyingParty: RelyingParty,
  credential: unknown,
  { challenge, origin, crossOrigin }: ClientData,
) {
  if (crossOrigin || !isOriginOf(origin, relyingParty.id)) {
    // assumed: the words of this and the following refusals; the model explains the exceptions.
    throw webAuthnOriginNotAllowed(
      `The origin of the passkey does not belong to the relying party ${relyingParty.id}.`,
    )
  }
  const response = credential as RegistrationResponseJSON
  const { verifyRegistrationResponse } = await library()
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: relyingParty.id,
    // Told apart below, since it has an exception of its own.
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch((error: Error) => {
    throw refusalOf(error, relyingParty)
  })
  if (!verified) throw invalidPasskey()
  if (relyingParty.userVerification === 'required' && !registrationInfo.userVerified) {
    throw webAuthnCredentialNotSupported('The authenticator did not verify the user.')
  }
  const attachment = attachmentOf(response)
  const { id, publicKey, counter } = registrationInfo.credential
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    relyingPartyId: relyingParty.id,
    name: authenticatorName(registrationInfo.aaguid, attachment),
    attachment,
    transports: transportsOf(response),
  }
}

function refusalOf(error: Error, { id }: RelyingParty): Error {
  if (error.name === 'UnexpectedRPIDHash') {
    return webAuthnRelyingPartyMismatch(`The passkey was made for another relying party than ${id}.`)
  }
  if (/^Unexpected public key alg|^Unsupported Attestation Format/.test(error.message)) {
    return webAuthnCredentialNotSupported('The authenticator makes no passkeys of a supported kind.')
  }
  return invalidPasskey()
}

export const invalidPasskey = () => invalidParameter('The passkey could not be verified.')

/**
 * How often the passkey has signed by now, if it signed this challenge; undefined where the answer does not hold.
 *
 * @param credential WebAuthn's AuthenticationResponseJSON
 */
export async function asserted(
  relyingParty: RelyingParty,
  user: User,
  passkey: Passkey,
  credential: unknown,
  challenge: string,
): Promise<number | undefined> {
  const clientData = clientDataOf(credential)
  if (!clientData || clientData.crossOrigin || !isOriginOf(clientData.origin, relyingParty.id))
    return undefined
  const response = credential as AuthenticationResponseJSON
  const { userHandle } = record(response.response)
  if (userHandle !== undefined && userHandle !== null && userHandle !== userHandleOf(user)) return undefined
  const { verifyAuthenticationResponse } = await library()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: clientData.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: relyingParty.userVerification === 'required',
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    // The library throws for every answer that does not hold, whatever is wrong with it.
    return undefined
  }
}

/** JSON as a value; undefined where it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The members of whatever came: none, where it is not an object. */
export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const attachmentOf = ({ authenticatorAttachment: given }: RegistrationResponseJSON) =>
  given === 'platform' || given === 'cross-platform' ? given : null

/** Those of the specification, which a later sign-in hands back to the browser. */
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']

function transportsOf({ response }: RegistrationResponseJSON): string[] {
  const given: unknown = response.transports
  return Array.isArray(given) ? transports.filter((name) => given.includes(name)) : []
}
