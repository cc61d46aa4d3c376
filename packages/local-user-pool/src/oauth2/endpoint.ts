import type { Context as Request } from 'hono'
import type { Context } from '../domain/context.ts'

/** What a request became, for whoever looks on at `/_local/requests`. */
export interface Variables {
  readonly context: Context
  /** What the request is about: no secret is in it. */
  about: Readonly<Record<string, string>>
  /** `ok`, or the code of an error. */
  outcome: string
  detail: string
}

export type OAuthRequest = Request<{ Variables: Variables }>

/** One endpoint of a user pool's domain: a file of this folder each. */
export interface Endpoint {
  /** From the root of the domain. */
  readonly path: string
  readonly methods: readonly ('GET' | 'POST')[]
  /** Whether pages of other origins call it by a script. */
  readonly isForScripts?: true
  /** Part of how a page looks: nobody wants to see in the list of requests that it was fetched. */
  readonly isAsset?: true
  /** What the discovery document says because there is this endpoint; `url` is where it is. */
  readonly metadata?: (url: string) => Readonly<Record<string, unknown>>
  readonly handle: (c: OAuthRequest, context: Context) => Promise<Response> | Response
}
