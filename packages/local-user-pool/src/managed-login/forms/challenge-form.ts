import { html } from 'hono/html'
import { isFirstFactor } from '../../domain/first-factors.ts'
import type { ChallengeNameType, InitiateAuthResponse } from '../../protocol/types.generated.ts'
import type { Asked, ChallengePage } from '../challenges/challenge-page.ts'
import { offeredOf } from '../challenges/select-challenge.ts'
import { drawFields, filled } from '../fields.ts'
import { form, links, show } from '../frame.ts'
import { type Form, type Problem, textsOf, type Visit } from '../visit.ts'

/** The question that an answer of the domain asks. */
export function askedOf(
  name: ChallengeNameType,
  username: string,
  { Session, ChallengeParameters = {} }: InitiateAuthResponse,
): Asked {
  // All of somebody's attributes have no business in a page.
  const { userAttributes: _, ...parameters } = ChallengeParameters
  return {
    name,
    session: Session ?? '',
    // Who changes their address in the middle of a sign-in is not found by the old one any more.
    username: parameters.USER_ID_FOR_SRP ?? username,
    parameters: Object.fromEntries(
      Object.entries(parameters).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  }
}

/**
 * The page of a challenge.
 *
 * @param typed what was typed before, which is there again but for secrets
 */
export function challengeForm(
  visit: Visit,
  page: ChallengePage,
  asked: Asked,
  { problem, notice, typed = {} }: { problem?: Problem; notice?: string | undefined; typed?: Form } = {},
) {
  const text = textsOf(visit)
  const { title, lead, main, fields = [], submit, runsScript } = page.question(visit, asked)
  const { name, session, username, parameters } = asked
  const others = offeredOf(visit, asked).filter((factor) => factor !== name)
  const isCode = name === 'EMAIL_OTP' || name === 'SMS_OTP'
  const canResend = isCode && isFirstFactor({ ...visit, ...visit.request, isAdmin: false }, name, session)
  const hidden = { challenge: name, session, username, parameters: JSON.stringify(parameters) }
  const content = html`${main ?? ''}
${drawFields(
  fields.map((field) => filled(field, typed)),
  problem,
)}
${submit ? html`<button>${submit}</button>` : ''}
${canResend ? html`<button class="quiet" name="action" value="resend" formnovalidate>${text.links.resend}</button>` : ''}
${
  name !== 'SELECT_CHALLENGE' && others.length > 0
    ? html`<button class="quiet" name="action" value="choose" formnovalidate>${text.links.another}</button>`
    : ''
}`
  const body = html`${lead ? html`<p>${lead}</p>` : ''}
${form(visit, '/login', hidden, content)}
${links(visit, [['/login', text.links.startOver]])}`
  return show(visit, { title, main: body, problem, notice, ...(runsScript && { runsScript }) })
}
