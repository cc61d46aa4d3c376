import { html } from 'hono/html'
import { isOriginOf } from '../../core/relying-party.ts'
import { relyingPartyOf } from '../../domain/passkeys.ts'
import { textsOf } from '../visit.ts'
import { type ChallengePage, respond } from './challenge-page.ts'

/** A passkey: the one page that needs a script, since a browser signs by one alone. */
export const webAuthn: ChallengePage = {
  name: 'WEB_AUTHN',
  question(visit, { parameters }) {
    const text = textsOf(visit).passkey
    const { origin, hostname } = new URL(visit.c.req.url)
    const relyingParty = relyingPartyOf(visit.request.pool)
    if (relyingParty && !isOriginOf(origin, relyingParty.id)) {
      return {
        title: text.title,
        main: html`<p role="alert">${text.elsewhere(relyingParty.id, hostname)}</p>`,
      }
    }
    const main = html`<noscript><p>${text.noScript}</p></noscript>
<p role="alert" class="problem" id="passkey-problem" hidden></p>
<input type="hidden" name="credential">
<button type="button" id="passkey" data-options="${parameters.CREDENTIAL_REQUEST_OPTIONS ?? '{}'}" data-canceled="${text.canceled}" data-unsupported="${text.notSupported}" autofocus>${text.submit}</button>`
    return { title: text.title, lead: text.lead, main, runsScript: true }
  },
  answer: (entrance, asked, { credential = '' }) => respond(entrance, asked, { CREDENTIAL: credential }),
}
