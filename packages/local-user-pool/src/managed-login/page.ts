import { authorizationRequest } from '../oauth2/authorization-request.ts'
import type { Endpoint } from '../oauth2/endpoint.ts'
import { formOf } from '../oauth2/parameters.ts'
import { isFromOwnPage } from './csrf.ts'
import { note } from './frame.ts'
import { languageOf } from './language.ts'
import type { Texts } from './texts/texts.ts'
import { type Form, textsOf, type Visit } from './visit.ts'

type Answer = Response | Promise<Response>

/**
 * A page that people are sent to by a client: what was asked of them is looked at anew each time, and what they send
 * is taken from a page of ours alone.
 */
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
      const hindrance = hindranceOf(visit, textsOf(visit))
      if (hindrance) return note(visit, hindrance)
      if (c.req.method !== 'POST') return get(visit)
      const form = await formOf(c)
      if (isFromOwnPage(c, form)) return post(visit, form)
      c.set('outcome', 'refused')
      c.set('detail', 'the form was not sent from a page of the pool, or its cookie is missing')
      return note(visit, textsOf(visit).notes.foreign, 403)
    },
  }
}

// assumed: a client without the provider COGNITO has no sign-in page. documented: managed login does not support custom
// challenges. differs: the pages are there without a branding style too, which the newer ones of Cognito need (observed
// in a public issue).
function hindranceOf({ request: { client } }: Visit, { notes }: Texts) {
  if (!client.SupportedIdentityProviders?.includes('COGNITO')) return notes.noProvider
  if (client.ExplicitAuthFlows?.includes('CUSTOM_AUTH_FLOW_ONLY')) return notes.customOnly
  return undefined
}
