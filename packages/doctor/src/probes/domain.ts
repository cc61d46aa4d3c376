import type { Patient } from '../patient.ts'
import { type Answer, type Asker, jsonOf } from './ask.ts'

/** Where the user pool's domain is reached, and what it says to a sign-in and to a sign-out. */
export interface Domain {
  /** Without a slash at the end. */
  readonly url: string
  readonly isGiven: boolean
  readonly authorize: Answer
  readonly logout: Answer | undefined
}

/**
 * Asks the domain that was given, or else the one that the discovery document names, whether people may come back. A
 * browser would be shown a sign-in page or an error page; this follows neither.
 */
export async function domain(
  patient: Patient,
  { send }: Asker,
  discovery: Answer | undefined,
): Promise<Domain | undefined> {
  const { clientId, callback, logout, domain: given } = patient
  const url = given === undefined ? domainOf(discovery) : urlOf(given)
  if (url === undefined || !clientId) return undefined
  const page = (path: string, query: Record<string, string>) =>
    send(`${url}${path}?${new URLSearchParams({ client_id: clientId, ...query })}`)
  const [authorized, loggedOut] = await Promise.all([
    // Whether the client is known there can be seen without a callback URL, too.
    page('/oauth2/authorize', { response_type: 'code', redirect_uri: callback ?? 'http://localhost/' }),
    logout === undefined ? undefined : page('/logout', { logout_uri: logout }),
  ])
  return { url, isGiven: given !== undefined, authorize: authorized, logout: loggedOut }
}

/** Amplify takes a bare host and reaches it by https; the local user pool's may be a whole address. */
export const urlOf = (domain: string) =>
  (/^https?:\/\//.test(domain) ? domain : `https://${domain}`).replace(/\/+$/, '')

function domainOf(discovery: Answer | undefined): string | undefined {
  if (discovery?.is !== 'answered') return undefined
  const endpoint = jsonOf(discovery.text)?.authorization_endpoint
  return typeof endpoint === 'string' ? URL.parse(endpoint)?.origin : undefined
}

/** The code that an answer of the domain tells in its redirection; undefined where it tells none. */
export function errorOf(answer: Answer | undefined): string | undefined {
  if (answer?.is !== 'answered') return undefined
  const location = answer.headers.get('location')
  // observed: Cognito goes to /error with the code in the query, or back to the client with it (amplify-hosting#485).
  return (location && URL.parse(location, answer.url)?.searchParams.get('error')) || undefined
}

/** Whether the answer is one that a user pool's domain gives. */
export function isOfDomain(answer: Answer | undefined): boolean {
  return (
    answer?.is === 'answered' && answer.status >= 300 && answer.status < 400 && answer.headers.has('location')
  )
}
