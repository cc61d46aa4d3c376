import type { Entrance } from '../domain/sign-in.ts'
import type { User } from '../domain/users.ts'
import { userPasswordAuth } from '../flows/password-auth.ts'
import { userAuth } from '../flows/user-auth.ts'
import { grantTo } from '../oauth2/redirect.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import { isByChoice } from './by-choice.ts'
import { challengePages } from './challenges/index.ts'
import { isOver } from './failures.ts'
import { askedOf, challengeForm } from './forms/challenge-form.ts'
import { confirmForm } from './forms/confirm-form.ts'
import { forgotForm } from './forms/forgot-form.ts'
import { note } from './frame.ts'
import { beginSession } from './session.ts'
import { exceptionOf, type Form, type Problem, problemOf, textsOf, type Visit } from './visit.ts'

type Answer = Response | Promise<Response>
type Step = (entrance: Entrance) => Promise<InitiateAuthResponse>

/** The first step of a sign-in, with or without a password. */
// assumed: managed login signs in by password whatever ExplicitAuthFlows says, which is about the API.
export function begun(visit: Visit, username: string, password: string | undefined): Step {
  const named = { USERNAME: username, ...(password !== undefined && { PASSWORD: password }) }
  if (!isByChoice(visit)) return (entrance) => userPasswordAuth.begin(entrance, named, undefined)
  const preferred = password === undefined ? {} : { PREFERRED_CHALLENGE: 'PASSWORD' }
  return (entrance) => userAuth.begin(entrance, { ...named, ...preferred }, undefined)
}

/**
 * Takes a step of a sign-in, and answers what comes of it: the way back to the client, the next question, or what has to
 * be done before.
 *
 * @param refused what is shown where the step is refused and may be tried again
 */
export async function proceed(
  visit: Visit,
  username: string,
  step: Step,
  refused: (problem: Problem) => Answer,
  notice?: string,
): Promise<Response> {
  const { c, context, request } = visit
  c.set('about', { ...c.get('about'), ...(username && { user: username.slice(0, 200) }) })
  let signedIn: User | undefined
  const entrance: Entrance = {
    context,
    pool: request.pool,
    client: request.client,
    isAdmin: false,
    conclude: (user) => {
      signedIn = user
    },
  }
  try {
    const next = await step(entrance)
    if (!signedIn) return await asked(visit, username, next, refused, notice)
    beginSession(c, context, signedIn)
    return await grantTo(c, context, request, { user: signedIn, authTime: context.world.clock() })
  } catch (error) {
    const exception = exceptionOf(visit, error)
    if (isOver(exception)) return note(visit, textsOf(visit).notes.ended)
    const problem = problemOf(visit, exception)
    if (exception.name === 'UserNotConfirmedException') return confirmForm(visit, { username, problem })
    if (exception.name === 'PasswordResetRequiredException') return forgotForm(visit, { username, problem })
    return refused(problem)
  }
}

/** Puts the next question, or answers it where there is only one way to. */
function asked(
  visit: Visit,
  username: string,
  next: InitiateAuthResponse,
  refused: (problem: Problem) => Answer,
  notice?: string,
): Answer {
  const { ChallengeName: name } = next
  visit.c.set('detail', `asks for ${name}`)
  const page = challengePages.find((known) => known.name === name)
  if (!page) return note(visit, textsOf(visit).notes.unsupported(name ?? ''))
  const question = askedOf(page.name, username, next)
  const sure = page.sure?.(visit, question)
  if (!sure) return challengeForm(visit, page, question, { notice })
  return proceed(visit, question.username, (entrance) => page.answer(entrance, question, sure), refused)
}

/** Takes the answer to a question that a page has put. */
export function answered(visit: Visit, form: Form): Answer {
  const text = textsOf(visit)
  const page = challengePages.find(({ name }) => name === form.challenge)
  if (!page) return note(visit, text.notes.unsupported(form.challenge ?? ''))
  const { session: Session, username = '', parameters } = form
  const question = askedOf(page.name, username, { Session, ChallengeParameters: parametersIn(parameters) })
  const [choice] = challengePages
  if (form.action === 'choose' && choice) {
    return challengeForm(visit, choice, { ...question, name: choice.name })
  }
  const isResent = form.action === 'resend' && choice !== undefined
  return proceed(
    visit,
    username,
    (entrance) =>
      isResent
        ? choice.answer(entrance, { ...question, name: choice.name }, { answer: page.name })
        : page.answer(entrance, question, form),
    (problem) => challengeForm(visit, page, question, { problem, typed: form }),
    isResent ? text.notices.codeSent : undefined,
  )
}

/** The person's own page says what it was asked: it is shown to them again, and decides nothing. */
function parametersIn(json = '{}'): Record<string, string> {
  try {
    const entries = Object.entries(JSON.parse(json) as object)
    return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'))
  } catch {
    return {}
  }
}
