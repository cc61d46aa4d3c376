import { setTimeout } from 'node:timers/promises'
import type { Patient } from '../patient.ts'
import { type Answer, type Asker, jsonOf } from './ask.ts'

/** What Cognito says to a request of its API; `strange` where what answers is not Cognito. */
export type Reply =
  | { readonly is: 'done'; readonly output: Readonly<Record<string, unknown>> }
  | { readonly is: 'refused'; readonly exception: string; readonly message: string }
  | { readonly is: 'strange'; readonly url: string; readonly status: number }
  | Extract<Answer, { is: 'unreached' }>

export const isThrottled = (reply: { readonly is: string; readonly exception?: string } | undefined) =>
  reply?.is === 'refused' && reply.exception === 'TooManyRequestsException'

/**
 * Calls an operation that needs no credentials, as a browser does. Where too much is asked at once, it waits as long as
 * it is told to, and asks once more: that passes, and says nothing about the user pool.
 */
export async function call(
  { endpoint = '' }: Patient,
  { send, patience }: Asker,
  operation: string,
  input: object,
): Promise<Reply> {
  const ask = () =>
    send(`${endpoint}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        'cache-control': 'no-store',
      },
      body: JSON.stringify(input),
    })
  const answer = await ask()
  const reply = replyOf(answer)
  if (!isThrottled(reply)) return reply
  await setTimeout(Math.min(retryAfter(answer), patience))
  return replyOf(await ask())
}

/** Milliseconds until it may be asked again: a second where it is not told. */
function retryAfter(answer: Answer): number {
  const seconds = answer.is === 'answered' ? answer.headers.get('retry-after') : null
  return seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) * 1000 : 1000
}

function replyOf(answer: Answer): Reply {
  if (answer.is === 'unreached') return answer
  const json = jsonOf(answer.text)
  const { url, status } = answer
  if (status === 200 && json) return { is: 'done', output: json }
  const name = answer.headers.get('x-amzn-errortype') ?? json?.code ?? json?.__type
  if (typeof name !== 'string') {
    // What stands in front of Cognito answers so when Cognito itself cannot.
    if (status === 429) return { is: 'refused', exception: 'TooManyRequestsException', message: '' }
    return status >= 500 ? { is: 'unreached', url, why: `status ${status}` } : { is: 'strange', url, status }
  }
  return {
    is: 'refused',
    exception: name.replace(/[,:].*/, '').replace(/.*#/, ''),
    message: String(json?.message ?? json?.Message ?? ''),
  }
}

/** Somebody who does not exist, whom nothing is sent to: example.com receives no mail (RFC 2606, RFC 7505). */
export const nobody = () => `genkan-doctor-${crypto.randomUUID()}@example.com`
