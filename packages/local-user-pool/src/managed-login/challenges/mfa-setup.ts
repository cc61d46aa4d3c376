import { html } from 'hono/html'
import type { MfaSetupState } from '../../challenges/mfa-setup.ts'
import { setupUri } from '../../core/totp.ts'
import type { Entrance } from '../../domain/sign-in.ts'
import { AssociateSoftwareToken } from '../../operations/associate-software-token.ts'
import { VerifySoftwareToken } from '../../operations/verify-software-token.ts'
import { codeMismatch } from '../../protocol/exceptions.ts'
import type { InitiateAuthResponse } from '../../protocol/types.generated.ts'
import { codeField, emailField } from '../fields.ts'
import { nameOf } from '../people.ts'
import { qrCode } from '../qr-code.ts'
import { codeOf, emailOf } from '../typed.ts'
import { textsOf, type Visit } from '../visit.ts'
import { type Asked, type ChallengePage, listed, type Question, respond } from './challenge-page.ts'
import { choices } from './choices.ts'

/** A second factor that has to be set up first: an authenticator app, or an address for codes. */
export const mfaSetup: ChallengePage = {
  name: 'MFA_SETUP',
  question(visit, asked) {
    const text = textsOf(visit)
    const state = stateOf(visit, asked)
    if (state?.secret !== undefined) return appQuestion(visit, state.username, state.secret)
    if (asked.parameters.chosen === 'EMAIL_OTP') {
      return { ...text.setUpEmail, fields: [emailField(text)] }
    }
    const possible = possibleOf(asked)
    if (possible.length > 0) return { ...text.chooseSetUp, main: choices(text, possible) }
    return { title: text.notes.nothingToSetUp.title, lead: text.notes.nothingToSetUp.text }
  },
  sure(visit, asked) {
    const [only, another] = possibleOf(asked)
    const isChosen = asked.parameters.chosen !== undefined || stateOf(visit, asked)?.secret !== undefined
    return only && !another && !isChosen ? { answer: only } : undefined
  },
  async answer(entrance, asked, { answer, email, code }) {
    if (answer === 'SOFTWARE_TOKEN_MFA') return associated(entrance, asked)
    if (answer === 'EMAIL_OTP') return again(asked, { chosen: answer })
    if (asked.parameters.chosen === 'EMAIL_OTP') return respond(entrance, asked, { EMAIL: emailOf(email) })
    return verified(entrance, asked, codeOf(code))
  },
}

// assumed: a phone number for text messages cannot be set up in the middle of a sign-in.
const possibleOf = (asked: Asked) =>
  listed(asked, 'MFAS_CAN_SETUP').filter((name) => name === 'SOFTWARE_TOKEN_MFA' || name === 'EMAIL_OTP')

const stateOf = ({ context, request }: Visit, { session }: Asked) =>
  context.challenges.find<MfaSetupState>(request.client, 'MFA_SETUP', session)?.state

/** The same question, one step further. */
const again = (
  { session, parameters }: Asked,
  more: Readonly<Record<string, string>>,
  next = session,
): InitiateAuthResponse => ({
  ChallengeName: 'MFA_SETUP',
  Session: next,
  ChallengeParameters: { ...parameters, ...more },
})

async function associated({ context }: Entrance, asked: Asked) {
  const { Session } = (await AssociateSoftwareToken.handle({ Session: asked.session }, context)) as {
    Session?: string
  }
  return again(asked, {}, Session)
}

async function verified(entrance: Entrance, asked: Asked, code: string): Promise<InitiateAuthResponse> {
  // The model allows six digits alone.
  if (!/^\d{6}$/.test(code)) throw codeMismatch('Code mismatch')
  const { context } = entrance
  const { Session: session = '' } = (await VerifySoftwareToken.handle(
    { Session: asked.session, UserCode: code },
    context,
  )) as { Session?: string }
  return respond(entrance, { ...asked, session }, {})
}

function appQuestion(visit: Visit, username: string, secret: string): Question {
  const { context, request } = visit
  const { pool } = request
  const text = textsOf(visit)
  const { scan, qrCode: label, open, byHand, enter, ...rest } = text.setUpApp
  const uri = setupUri(secret, pool.Name ?? pool.Id, nameOf(context.users.get(pool, username)))
  const { viewBox, path } = qrCode(uri)
  const main = html`<ol>
<li>${scan}
<svg class="qr" viewBox="${viewBox}" role="img" aria-label="${label}"><path d="${path}"/></svg>
<a href="${uri}">${open}</a>
<p>${byHand} <code class="secret" translate="no">${secret.match(/.{1,4}/g)?.join(' ')}</code></p></li>
<li>${enter}</li>
</ol>`
  return { ...rest, main, fields: [codeField(text)] }
}
