import type { Patient } from '../patient.ts'
import type { Api } from '../probes/api.ts'
import { type Answer, jsonOf } from '../probes/ask.ts'

export const isAccepted = (answer: Answer | undefined) =>
  answer?.is === 'answered' && answer.status >= 200 && answer.status < 300

export const isRefused = (answer: Answer | undefined) =>
  answer?.is === 'answered' && [401, 403].includes(answer.status)

/** What an answer says of the reason: its header for that (RFC 6750), and the texts of its body. */
function wordsOf(answer: Answer | undefined): string {
  if (answer?.is !== 'answered') return ''
  const { error, code, message } = jsonOf(answer.text) ?? {}
  return [answer.headers.get('www-authenticate'), error, code, message].filter(Boolean).join(' ')
}

/** What an API that refuses speaks of, as far as it tells; API Gateway often says no more than that it refuses. */
export function blames({ sends }: Patient, api: Api, what: 'issuer' | 'audience'): boolean {
  // An API that takes a token of this sign-in is set up for its user pool and its app client.
  if (isAccepted(api.withIdToken) || isAccepted(api.withAccessToken)) return false
  const pattern =
    what === 'issuer'
      ? /issuer|wrong_user_pool|another user pool/i
      : /audience|\baud\b|wrong_client|client[ _-]?id\b|(another|wrong|other|different) (app )?client/i
  const sent = sends === 'id' ? api.withIdToken : api.withAccessToken
  return [api.withForgedToken, sent].some((answer) => isRefused(answer) && pattern.test(wordsOf(answer)))
}
