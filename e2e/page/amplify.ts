import { Amplify } from 'aws-amplify'
import * as amplifyAuth from 'aws-amplify/auth'

// For what the entrance has no use: journeys call Amplify itself here, in the same browser.
Amplify.configure({
  Auth: { Cognito: JSON.parse(new URLSearchParams(location.search).get('configuration') ?? '{}') },
})

/** Amplify's functions, each of which tells that it was called and which step came of it. */
window.auth = new Proxy(amplifyAuth, {
  get(target, name: keyof typeof amplifyAuth) {
    // Read at each call: Amplify puts another `autoSignIn` in its place.
    const call = (...input: unknown[]) => {
      const output: unknown = Reflect.apply(target[name], undefined, input)
      window.exercised?.(`${name}()`, '')
      void Promise.resolve(output).then(noteStep, () => undefined)
      return output
    }
    return call
  },
})

function noteStep(output: unknown): void {
  const { nextStep } = (output ?? {}) as { nextStep?: Readonly<Record<string, unknown>> }
  for (const [member, step] of Object.entries(nextStep ?? {})) {
    if (/Step$/.test(member)) window.exercised?.(`${member} ${step}`, '')
  }
}
