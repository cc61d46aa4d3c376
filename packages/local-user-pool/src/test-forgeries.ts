import { createHmac, createPrivateKey, createPublicKey, createSign, generateKeyPairSync } from 'node:crypto'
import type { JWK } from 'jose'

/** A token that the pool has issued, and what an attacker may have, or make, to go with it. */
export interface Genuine {
  readonly token: string
  /** The key that has signed it. Only what is wrong in itself is signed with it: that a signature is right is not enough. */
  readonly key: JWK
  /** The pool's key for its other tokens. */
  readonly otherKey: JWK
  /** Where the attacker offers keys of their own; nobody may ask there. */
  readonly lure: string
}

type Part = Readonly<Record<string, unknown>>

const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 })
const attackersJwk = {
  ...attacker.publicKey.export({ format: 'jwk' }),
  kid: 'attacker',
  alg: 'RS256',
  use: 'sig',
}

/** What the attacker offers at the lure. */
export const attackersKeys = { keys: [attackersJwk] }

/**
 * Every way to come by a token that one was not given: what it is, and how it is made. Whoever takes tokens has to refuse
 * them all.
 */
export const forgeries: Readonly<Record<string, (genuine: Genuine) => string>> = {
  'alg none, and no signature': ({ token }) =>
    sealed({ ...headerOf(token), alg: 'none' }, claimsOf(token), () => ''),
  'alg nOnE, and no signature': ({ token }) =>
    sealed({ ...headerOf(token), alg: 'nOnE' }, claimsOf(token), () => ''),
  'alg none, and the signature of before': ({ token }) =>
    sealed({ ...headerOf(token), alg: 'none' }, claimsOf(token), () => signatureOf(token)),
  'no alg at all': ({ token }) =>
    sealed({ kid: headerOf(token).kid }, claimsOf(token), () => signatureOf(token)),

  'HS256 with the public key as its secret, as PEM': (genuine) =>
    confused(genuine, publicKeyOf(genuine).export({ type: 'spki', format: 'pem' })),
  'HS256 with the public key as its secret, as DER': (genuine) =>
    confused(genuine, publicKeyOf(genuine).export({ type: 'spki', format: 'der' })),
  'HS256 with the public key as its secret, as PKCS #1': (genuine) =>
    confused(genuine, publicKeyOf(genuine).export({ type: 'pkcs1', format: 'pem' })),
  'HS256 with the modulus as its secret': (genuine) =>
    confused(genuine, Buffer.from(genuine.key.n ?? '', 'base64url')),
  'HS256 with an empty secret': (genuine) => confused(genuine, ''),
  'RS512 by the pool’s own key': ({ token, key }) =>
    sealed(
      { ...headerOf(token), alg: 'RS512' },
      claimsOf(token),
      signing(createPrivateKey(toKey(key)), 'sha512'),
    ),
  'RS256 said, SHA-1 done': ({ token, key }) =>
    sealed(headerOf(token), claimsOf(token), signing(createPrivateKey(toKey(key)), 'sha1')),

  'another key under the pool’s key id': ({ token }) => byAttacker(headerOf(token), claimsOf(token)),
  'another key under its own id': ({ token }) =>
    byAttacker({ ...headerOf(token), kid: 'attacker' }, claimsOf(token)),
  'another key under no id': ({ token }) => byAttacker({ alg: 'RS256' }, claimsOf(token)),
  'the id of the pool’s other key': ({ token, otherKey }) =>
    sealed({ ...headerOf(token), kid: otherKey.kid }, claimsOf(token), () => signatureOf(token)),
  'a key id that is a path, and an empty secret': ({ token }) =>
    sealed({ alg: 'HS256', kid: '../../../../../../dev/null' }, claimsOf(token), hmac('')),
  'a key id that is SQL, and the secret that it would answer': ({ token }) =>
    sealed({ alg: 'HS256', kid: "' UNION SELECT 'secret' --" }, claimsOf(token), hmac('secret')),
  'a key id that every object has': ({ token }) =>
    byAttacker({ alg: 'RS256', kid: '__proto__' }, claimsOf(token)),
  'a key id that is no text': ({ token }) => byAttacker({ alg: 'RS256', kid: ['attacker'] }, claimsOf(token)),
  'a key id that is the attacker’s address': ({ token, lure }) =>
    byAttacker({ alg: 'RS256', kid: lure }, claimsOf(token)),

  'jku: the attacker’s keys': ({ token, lure }) =>
    byAttacker({ alg: 'RS256', kid: 'attacker', jku: lure }, claimsOf(token)),
  'jku, under the pool’s key id': ({ token, lure }) =>
    byAttacker({ ...headerOf(token), jku: lure }, claimsOf(token)),
  'x5u: the attacker’s certificate': ({ token, lure }) =>
    byAttacker({ ...headerOf(token), x5u: lure }, claimsOf(token)),
  'jwk: the attacker’s key': ({ token }) =>
    byAttacker({ alg: 'RS256', kid: 'attacker', jwk: attackersJwk }, claimsOf(token)),
  'jwk, under the pool’s key id': ({ token }) =>
    byAttacker({ ...headerOf(token), jwk: attackersJwk }, claimsOf(token)),
  'x5c: the attacker’s certificate': ({ token }) =>
    byAttacker({ ...headerOf(token), x5c: [Buffer.from('certificate').toString('base64')] }, claimsOf(token)),

  'sub altered': (genuine) => altered(genuine, { sub: '00000000-0000-4000-8000-000000000000' }),
  'username altered': (genuine) =>
    altered(genuine, {
      username: 'administrator',
      'cognito:username': 'administrator',
      email: 'admin@example.com',
    }),
  'groups altered': (genuine) => altered(genuine, { 'cognito:groups': ['administrators'] }),
  'scope altered': (genuine) =>
    altered(genuine, { scope: 'openid aws.cognito.signin.user.admin everything' }),
  'its end put off': (genuine) => altered(genuine, { exp: Number(claimsOf(genuine.token).exp) + 1 }),
  'its end taken away': (genuine) => altered(genuine, { exp: undefined }),
  'what it is for altered': (genuine) =>
    altered(genuine, { token_use: claimsOf(genuine.token).token_use === 'id' ? 'access' : 'id' }),

  'one bit of the signature turned': ({ token }) => {
    const signature = Buffer.from(signatureOf(token))
    signature.writeUInt8(signature.readUInt8(0) ^ 1, 0)
    return withSignature(token, signature)
  },
  'the signature cut by a byte': ({ token }) => withSignature(token, signatureOf(token).subarray(1)),
  'the signature longer by a byte': ({ token }) =>
    withSignature(token, Buffer.concat([Buffer.alloc(1), signatureOf(token)])),
  'a signature of zeros': ({ token }) => withSignature(token, Buffer.alloc(256)),
  'a signature of one': ({ token }) =>
    withSignature(token, Buffer.concat([Buffer.alloc(255), Buffer.from([1])])),
  'no signature': ({ token }) => withSignature(token, ''),
  'a part too many': ({ token }) => `${token}.AAAA`,
  'the claims alone': ({ token }) => token.split('.')[1] ?? '',

  'expired, signed by the pool’s own key': (genuine) =>
    signed(genuine, { exp: Number(claimsOf(genuine.token).iat) - 1 }),
  'not valid yet, signed by the pool’s own key': (genuine) =>
    signed(genuine, { nbf: Number(claimsOf(genuine.token).exp) + 86_400 }),
  'for nothing that it says, signed by the pool’s own key': (genuine) =>
    signed(genuine, { token_use: undefined }),
}

const parsed = (part = ''): Part => JSON.parse(Buffer.from(part, 'base64url').toString())
const headerOf = (token: string) => parsed(token.split('.')[0])
const claimsOf = (token: string) => parsed(token.split('.')[1])
const signatureOf = (token: string) => Buffer.from(token.split('.')[2] ?? '', 'base64url')
const encoded = (part: Part) => Buffer.from(JSON.stringify(part)).toString('base64url')

const withSignature = (token: string, signature: Buffer | string) =>
  [...token.split('.').slice(0, 2), Buffer.from(signature).toString('base64url')].join('.')

function sealed(header: Part, claims: Part, sign: (text: string) => Buffer | string): string {
  const text = `${encoded(header)}.${encoded(claims)}`
  return `${text}.${Buffer.from(sign(text)).toString('base64url')}`
}

const toKey = (key: JWK) => ({ key, format: 'jwk' as const })
const signing =
  (key: Parameters<ReturnType<typeof createSign>['sign']>[0], hash = 'sha256') =>
  (text: string) =>
    createSign(hash).update(text).sign(key)
const hmac = (secret: string | Buffer) => (text: string) => createHmac('sha256', secret).update(text).digest()

const publicKeyOf = ({ key }: Genuine) => createPublicKey(toKey(key))
const confused = ({ token }: Genuine, secret: string | Buffer) =>
  sealed({ ...headerOf(token), alg: 'HS256' }, claimsOf(token), hmac(secret))
const byAttacker = (header: Part, claims: Part) => sealed(header, claims, signing(attacker.privateKey))
const altered = ({ token }: Genuine, change: Part) =>
  sealed(headerOf(token), { ...claimsOf(token), ...change }, () => signatureOf(token))
const signed = ({ token, key }: Genuine, change: Part) =>
  sealed(headerOf(token), { ...claimsOf(token), ...change }, signing(createPrivateKey(toKey(key))))
