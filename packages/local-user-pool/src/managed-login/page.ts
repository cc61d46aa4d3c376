import { authorizationRequest } from '../oauth2/authorization-request.ts'
import type { Endpoint } from '../oauth2/endpoint.ts'
import { OAuthError } from '../oauth2/errors.ts'
import { letsOwnUsersIn, providersOf } from '../oauth2/identity-provider.ts'
import { formOf } from '../oauth2/parameters.ts'
import { isFromOwnPage } from './csrf.ts'
import { note } from './frame.ts'
import { languageOf } from './language.ts'
import { providersAlone } from './providers.ts'
import { type Form, textsOf, type Visit } from './visit.ts'

type Answer = Response | Promise<Response>

/**
 * A page that people are sent to by a client: what was asked of them is looked at anew each time, and what they send
 * is taken from a page of ours alone.
 */
// differs: the pages are there without a branding style too, which the newer ones of Cognito need (observed in a public
// issue).
export function page(
  path: string,
  { get, post }: { get: (visit: Visit) => Answer; post: (visit: Visit, form: Form) => Answer },
): Endpoint {
  return {
    path,
    methods: ['GET', 'POST'],
    async handle(c, context) {
      const request = authorizationRequest(context, new URL(c.req.url).search)
      const { client, pool } = request
      c.set('about', { client: client.ClientId, pool: pool.Id })
      const visit: Visit = { c, context, request, lang: languageOf(c, request.lang) }
      const { notes } = textsOf(visit)
      if (!letsOwnUsersIn(client)) {
        // assumed: a client without the provider COGNITO has one page, where it has other providers.
        const hasOthers = path === '/login' && providersOf(context, request).length > 0
        return hasOthers ? providersAlone(visit) : note(visit, notes.noProvider)
      }
      // documented: managed login does not support custom challenges.
      if (client.ExplicitAuthFlows?.includes('CUSTOM_AUTH_FLOW_ONLY')) return note(visit, notes.customOnly)
      if (c.req.method !== 'POST') return get(visit)
      // What is no form, or has a field twice, comes from no page of the pool either.
      const form = await formOf(c).catch(unlessRefused)
      if (form && isFromOwnPage(c, form)) return post(visit, form)
      c.set('outcome', 'refused')
      c.set('detail', 'the form was not sent from a page of the pool, or its cookie is missing')
      return note(visit, textsOf(visit).notes.foreign, 403)
    },
  }
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof OAuthError)) throw error
}
