import { signUpState } from '../domain/sign-up.ts'
import { userAuth } from '../flows/user-auth.ts'
import { SignUp } from '../operations/sign-up.ts'
import { ask } from './asking.ts'
import { attributesIn } from './fields.ts'
import { confirmForm } from './forms/confirm-form.ts'
import { isClosed, signInForm } from './forms/sign-in-form.ts'
import { signUpForm } from './forms/sign-up-form.ts'
import { note } from './frame.ts'
import { page } from './page.ts'
import { proceed } from './sign-in.ts'
import { attributeOf, loginOf } from './typed.ts'
import { exceptionOf, problemOf, textsOf, type Visit } from './visit.ts'

// How long somebody may look for the code and still be signed in by it, as long as a session of these pages lasts.
const minutes = 60

/** Where somebody makes an account. */
export const signUp = page('/signup', {
  get: (visit) => (isClosed(visit) ? note(visit, textsOf(visit).notes.closed) : signUpForm(visit)),
  async post(visit, typed) {
    const username = loginOf(typed.username)
    const { password } = typed
    try {
      const { UserConfirmed, CodeDeliveryDetails } = await ask(visit, SignUp, {
        Username: username,
        ...(password !== undefined && { Password: password }),
        UserAttributes: attributesIn(typed).map((Name) => ({
          Name,
          Value: attributeOf(Name, typed[`userAttributes.${Name}`]),
        })),
      })
      const session = sessionOf(visit, username)
      if (UserConfirmed) {
        return await proceed(
          visit,
          username,
          (entrance) => userAuth.begin(entrance, { USERNAME: username }, session),
          (problem) => signInForm(visit, { username, problem }),
        )
      }
      if (!CodeDeliveryDetails) return note(visit, textsOf(visit).notes.unconfirmable, 200)
      return confirmForm(visit, { username, session, destination: CodeDeliveryDetails.Destination })
    } catch (error) {
      return signUpForm(visit, typed, problemOf(visit, exceptionOf(visit, error)))
    }
  },
})

/** Signs in whoever has just chosen a password here, once they are confirmed. */
// assumed: who confirms a sign-up in the browser that they signed up in is signed in, by whatever flows the client has.
function sessionOf({ context, request }: Visit, login: string): string | undefined {
  const user = context.users.find(request.pool, login)
  if (!user) return undefined
  return context.challenges.remember(request.client, 'SIGN_UP', signUpState(user), minutes)
}
