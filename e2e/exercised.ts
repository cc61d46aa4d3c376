import { AuthAction } from '@aws-amplify/core/internals/utils'
import type { BrowserContext, TestInfo } from '@playwright/test'

/** The type of the annotations that a journey leaves: one for each function of Amplify that it called, and each step. */
export const exercised = 'exercised'

/** What a journey exercised, and where: the step or view that the page showed, empty where it was Amplify alone. */
export interface Exercised {
  /** `signIn()` for a function, `signInStep DONE` for a step. */
  readonly what: string
  readonly where: string
}

/** The function behind each action that Amplify names, by number, in the `x-amz-user-agent` of its requests. */
const functions = Object.fromEntries(
  Object.entries(AuthAction).map(([name, number]) => [number, functionOf(name)]),
)

function functionOf(action: string): string {
  switch (action) {
    case 'StartWebAuthnRegistration':
    case 'CompleteWebAuthnRegistration':
      return 'associateWebAuthnCredential'
    // Amplify has one action for one attribute and for several; the entrance changes one at a time.
    case 'UpdateUserAttributes':
      return 'updateUserAttribute'
    default:
      return `${action.charAt(0).toLowerCase()}${action.slice(1)}`
  }
}

/** Notes what the pages of the context exercise. Nothing is put in the place of anything: it looks on. */
export async function noteExercised(context: BrowserContext, { annotations }: TestInfo): Promise<void> {
  const noted = new Set<string>()
  await context.exposeBinding('exercised', (_source, what: string, where: string) => {
    const description = JSON.stringify({ what, where } satisfies Exercised)
    if (noted.has(description)) return
    noted.add(description)
    annotations.push({ type: exercised, description })
  })
  await context.addInitScript(lookOn, functions)
}

/** Runs in the page. What is called is told by the requests, what is asked for by the page's own attributes. */
function lookOn(functionOfAction: Readonly<Record<string, string>>): void {
  let member: string | undefined
  let last: string | undefined
  const { fetch } = window

  function place(): { state?: string | undefined; where: string } {
    const entrance = document.querySelector<HTMLElement>('.genkan')
    const { state, step } = entrance?.dataset ?? {}
    const view = entrance?.querySelector<HTMLElement>('main')?.dataset.view
    return { state, where: step ?? view ?? state ?? '' }
  }

  window.fetch = (input, init) => {
    const agent = new Headers(init?.headers).get('x-amz-user-agent') ?? ''
    const { where } = place()
    const named = functionOfAction[/ auth\/(\d+)/.exec(agent)?.[1] ?? '']
    // Nobody presses "sign in" there: it is the sign-in that follows a confirmed sign-up.
    const name = named === 'signIn' && where === 'CONFIRM_SIGN_UP' ? 'autoSignIn' : named
    if (name && where) {
      window.exercised?.(`${name}()`, where)
      member = memberOf(name) ?? member
      last = where
    }
    return fetch(input, init)
  }

  /** The member of Amplify's answers that holds the steps of this function. */
  function memberOf(name: string): string | undefined {
    if (/signIn$/i.test(name)) return 'signInStep'
    if (/signUp$/i.test(name)) return 'signUpStep'
    return /resetPassword$/i.test(name) ? 'resetPasswordStep' : undefined
  }

  // One step of each kind follows a call: the first that the page shows after it.
  new MutationObserver(() => {
    const { state, where } = place()
    const step = state === 'signedIn' ? 'DONE' : where
    if (step === last) return
    last = step
    // An entrance answers no call: somebody went there.
    if (/^(SIGN_IN|SIGN_UP|FORGOT_PASSWORD)$/.test(step)) member = undefined
    if (member && /^(CON(FIRM|TINUE)_|RESET_PASSWORD$|DONE$)/.test(step)) {
      window.exercised?.(`${member} ${step}`, where)
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state', 'data-step'] })
}
