import { signedToken, type UnsignedToken } from '../core/jwt.ts'
import {
  type Exchange,
  type Identity,
  matchesPassword,
  newEphemeral,
  provesPassword,
  type Verifier,
} from '../core/srp.ts'

/** What of a sign-in takes a processor more than a moment: powers and signatures. Every argument can be sent to a thread. */
export const calculations = {
  /** @param bytes 32 that are random */
  newEphemeral: (verifier: string, bytes: Uint8Array) => newEphemeral(verifier, () => Buffer.from(bytes)),
  provesPassword: (exchange: Exchange, signature: Uint8Array) => provesPassword(exchange, signature),
  matchesPassword: (identity: Identity, password: string, verifier: Verifier) =>
    matchesPassword(identity, password, verifier),
  signedTokens: (tokens: readonly UnsignedToken[]) => tokens.map(signedToken),
}

export type Calculations = typeof calculations

/**
 * Does these calculations, here or elsewhere. Whoever waits for the result looks again at what it relied on: others may
 * have been answered meanwhile.
 */
export type Calculate = <Name extends keyof Calculations>(
  name: Name,
  ...values: Parameters<Calculations[Name]>
) => Promise<ReturnType<Calculations[Name]>>
