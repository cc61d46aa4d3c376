import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import type { Random } from '../core/srp.ts'
import type { KeyTable } from '../storage/keys.ts'

/** ID tokens and access tokens are signed with different keys, as Cognito does. */
export type TokenUse = 'id' | 'access'

/** What a key signs: tokens of one use, or what is told to SAML providers. */
type KeyUse = TokenUse | 'saml'

/** Makes an RSA private key for RS256, with its `kid`. */
export type NewSigningKey = (random: Random) => Promise<JWK>

interface SigningKey {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly publicJwk: JWK
}

const uses: readonly TokenUse[] = ['id', 'access']

/** The RSA keys of a database: made on first need, kept with the data. */
export class SigningKeys {
  readonly #table: KeyTable
  readonly #random: Random
  readonly #make: NewSigningKey
  readonly #keys = new Map<KeyUse, Promise<SigningKey>>()

  /** @param make makes a private key */
  constructor(table: KeyTable, random: Random, make: NewSigningKey = newJwk) {
    this.#table = table
    this.#random = random
    this.#make = make
  }

  of(use: KeyUse): Promise<SigningKey> {
    const known = this.#keys.get(use)
    if (known !== undefined) return known
    const key = this.#load(use)
    this.#keys.set(use, key)
    // What failed once may succeed the next time.
    key.catch(() => this.#keys.delete(use))
    return key
  }

  /** The key with that id, for whoever checks a signature. */
  async byId(kid: string | undefined): Promise<SigningKey | undefined> {
    const keys = await Promise.all(uses.map((use) => this.of(use)))
    return keys.find((key) => key.kid === kid)
  }

  /** What `/.well-known/jwks.json` answers. */
  async jwks(): Promise<{ keys: JWK[] }> {
    const keys = await Promise.all(uses.map((use) => this.of(use)))
    return { keys: keys.map(({ publicJwk }) => publicJwk) }
  }

  async #load(use: KeyUse): Promise<SigningKey> {
    const name = `signing:${use}`
    const stored =
      this.#table.get(name) ?? this.#table.put(name, JSON.stringify(await this.#make(this.#random)))
    const jwk: JWK = JSON.parse(stored)
    const { kty, n, e, kid = '' } = jwk
    const publicJwk = { alg: 'RS256', e, kid, kty, n, use: 'sig' } as JWK
    const privateKey = createPrivateKey({ key: { ...jwk }, format: 'jwk' })
    return { kid, privateKey, publicKey: createPublicKey(privateKey), publicJwk }
  }
}

/** A new RSA private key of 2048 bits with a key id. */
function newJwk(random: Random): Promise<JWK> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, _, privateKey) => {
      if (error) reject(error)
      else resolve({ ...(privateKey.export({ format: 'jwk' }) as JWK), kid: random(32).toString('base64') })
    })
  })
}
