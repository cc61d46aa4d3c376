import { createHash, createHmac, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** The six digits of an authenticator app (RFC 6238). @param secret in Base32 @param at milliseconds since 1970 */
export function totp(secret: string, at: number): string {
  const bits = [...secret.replace(/=+$/, '')].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const origin = 'http://localhost:3000'
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const hex = (text: string) => Buffer.from(text, 'hex')
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])

/** A passkey (WebAuthn level 3, section 6) with one ES256 key, as bytes put together by hand. */
export class Passkey {
  readonly #id = randomBytes(16)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #uses = 0
  #user = ''

  /** Answers the options of StartWebAuthnRegistration. */
  register(options: { challenge: string; rp: { id: string }; user: { id: string } }): object {
    this.#user = options.user.id
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const bytes = (coordinate: string) => Buffer.from(coordinate, 'base64url')
    const key = Buffer.concat([hex('a5010203262001215820'), bytes(x), hex('225820'), bytes(y)])
    const attested = Buffer.concat([Buffer.alloc(16), hex('0010'), this.#id, key])
    const data = this.#data(options.rp.id, 0x45, attested)
    const object = Buffer.concat([
      hex('a3'),
      text('fmt'),
      text('none'),
      text('attStmt'),
      hex('a0'),
      text('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ])
    const clientDataJSON = this.#client('webauthn.create', options.challenge).toString('base64url')
    return this.#credential({
      clientDataJSON,
      attestationObject: object.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** Answers CREDENTIAL_REQUEST_OPTIONS. */
  sign(options: { challenge: string; rpId: string }): string {
    const data = this.#data(options.rpId, 5)
    const client = this.#client('webauthn.get', options.challenge)
    const signature = createSign('SHA256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.#keys.privateKey)
    const [clientDataJSON, authenticatorData, signed] = [client, data, signature].map((part) =>
      part.toString('base64url'),
    )
    return JSON.stringify(
      this.#credential({ clientDataJSON, authenticatorData, signature: signed, userHandle: this.#user }),
    )
  }

  #data(relyingParty: string, flags: number, attested = Buffer.alloc(0)): Buffer {
    const rest = Buffer.alloc(5, flags)
    rest.writeUInt32BE(++this.#uses, 1)
    return Buffer.concat([sha256(relyingParty), rest, attested])
  }

  #client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  #credential(response: object): object {
    const id = this.#id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }
}
