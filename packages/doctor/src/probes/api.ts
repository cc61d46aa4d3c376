import type { Patient } from '../patient.ts'
import { type Answer, type Asker, jsonOf } from './ask.ts'
import type { SignIn } from './sign-in.ts'

/** What the protected API says. */
export interface Api {
  /** Whether a page may send its token at all (CORS preflight). */
  readonly preflight: Answer
  readonly withoutToken: Answer
  /** To a token of the right form that nobody has signed. */
  readonly withForgedToken: Answer
  /** To the tokens of a real sign-in, where there was one. */
  readonly withIdToken: Answer | undefined
  /** Asked only where the page sends it: whoever has it may change the account. */
  readonly withAccessToken: Answer | undefined
}

/** Asks the API as a browser on the page would. */
export async function api(
  patient: Patient,
  asker: Asker,
  keys: Answer | undefined,
  signedIn: SignIn | undefined,
): Promise<Api | undefined> {
  const { api: url, origin, sends } = patient
  if (url === undefined) return undefined
  const page = origin === undefined ? {} : { origin }
  const get = (token?: string) =>
    asker.send(url, {
      headers: { ...page, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    })
  const tokens = signedIn?.is === 'signed-in' ? signedIn.tokens : undefined
  const [preflight, withoutToken, withForgedToken, withIdToken, withAccessToken] = await Promise.all([
    asker.send(url, {
      method: 'OPTIONS',
      headers: {
        ...page,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    }),
    get(),
    get(forgedToken(patient, keys, asker.now())),
    tokens && get(tokens.id),
    tokens && sends === 'access' ? get(tokens.access) : undefined,
  ])
  return { preflight, withoutToken, withForgedToken, withIdToken, withAccessToken }
}

/** A token of the kind that the page sends, as the user pool would issue it, but for the signature, which is of no key at all. */
function forgedToken(
  { endpoint, userPoolId, clientId, sends }: Patient,
  keys: Answer | undefined,
  now: number,
): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const seconds = Math.floor(now / 1000)
  const claims = {
    sub: 'genkan-doctor',
    iss: `${endpoint}/${userPoolId}`,
    token_use: sends,
    // documented: an ID token names the client in aud, an access token in client_id.
    ...(sends === 'id' ? { aud: clientId } : { client_id: clientId, scope: 'aws.cognito.signin.user.admin' }),
    iat: seconds,
    auth_time: seconds,
    exp: seconds + 300,
  }
  const header = { alg: 'RS256', kid: keyIdOf(keys) }
  return `${part(header)}.${part(claims)}.${Buffer.alloc(256, 1).toString('base64url')}`
}

function keyIdOf(keys: Answer | undefined): string {
  const known = keys?.is === 'answered' ? jsonOf(keys.text)?.keys : undefined
  const [first] = Array.isArray(known) ? known : []
  return String(first?.kid ?? 'none')
}
