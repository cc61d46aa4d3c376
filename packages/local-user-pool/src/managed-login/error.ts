import { html } from 'hono/html'
import type { Context } from '../domain/context.ts'
import type { Endpoint } from '../oauth2/endpoint.ts'
import { draw } from './frame.ts'
import { languageOf } from './language.ts'
import type { ErrorCode } from './texts/texts.ts'
import { textsOf } from './visit.ts'

/**
 * Where a browser is sent whose request says nowhere to return to that could be trusted. Of its address only what is
 * known here is shown.
 */
export const error: Endpoint = {
  path: '/error',
  methods: ['GET'],
  handle(c, context) {
    const lang = languageOf(c, c.req.query('lang'))
    const text = textsOf({ lang }).error
    const client = context.clients.find(c.req.query('client_id') ?? '')
    const code = codeOf(context, c.req.query('error') ?? '', client?.UserPoolId)
    const { wrong, remedy } = text.codes[code]
    c.set('outcome', code)
    c.set('about', client ? { client: client.ClientId, pool: client.UserPoolId } : {})
    const urls = (title: string, values: readonly string[] = []) => html`<h2>${title}</h2>
${values.length > 0 ? html`<ul>${values.map((url) => html`<li><code>${url}</code></li>`)}</ul>` : html`<p>${text.none}</p>`}`
    const main = html`<dl>
<dt>${text.wrong}</dt><dd>${wrong} <code>${code}</code></dd>
<dt>${text.remedy}</dt><dd>${remedy}</dd>
</dl>
${
  client && code === 'redirect_mismatch'
    ? html`${urls(text.registered(client.ClientId), client.CallbackURLs)}
${urls(text.signedOut(client.ClientId), client.LogoutURLs)}`
    : ''
}
<ul class="links"><li><a href="/_local/requests">${text.requests}</a></li></ul>`
    const brand = (client && context.pools.get(client.UserPoolId).Name) ?? 'Amazon Cognito'
    return draw({ c, lang, brand }, { title: text.title, main, status: 400 })
  },
}

const known: readonly ErrorCode[] = ['redirect_mismatch', 'invalid_client', 'invalid_request']

function codeOf({ pools, domains }: Context, given: string, poolId: string | undefined): ErrorCode {
  const code = known.find((name) => name === given) ?? 'unknown'
  const lacksDomain = poolId !== undefined && domains.list(pools.get(poolId)).length === 0
  return code === 'invalid_request' && lacksDomain ? 'no_domain' : code
}
