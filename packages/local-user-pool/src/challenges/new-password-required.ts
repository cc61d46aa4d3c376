import { checkAttributes, checkRequired, checkWritable } from '../domain/attributes.ts'
import { checkHistory, checkPolicy, newPassword } from '../domain/passwords.ts'
import { afterFirstFactor, invalidSession, type NewPasswordState, underWay } from '../domain/sign-in.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { ChallengeResponsesType } from '../protocol/types.generated.ts'
import type { Challenge } from './challenge.ts'

/** A user with a temporary password chooses one of their own, and tells what the pool requires and does not know. */
export const newPasswordRequired: Challenge = {
  name: 'NEW_PASSWORD_REQUIRED',
  async answer(entrance, responses, session) {
    const { context, pool, client } = entrance
    const { world, users, challenges } = context
    const username = requiredParameter(responses, 'USERNAME')
    const password = requiredParameter(responses, 'NEW_PASSWORD')
    const { asked, user } = underWay<NewPasswordState>(entrance, 'NEW_PASSWORD_REQUIRED', session, username)
    if (user.salt !== asked.state.salt) throw invalidSession()
    // Whoever is refused from here on may answer again: the session is taken only by an answer that holds.
    checkPolicy(pool, password)
    checkHistory(pool, user, password)
    const given = givenAttributes(responses)
    for (const name of Object.keys(given)) {
      if (Object.hasOwn(user.attributes, name) && user.attributes[name] !== '')
        throw invalidParameter(`Cannot modify an already provided ${name}`)
    }
    checkWritable(client, given)
    checkAttributes(pool, given)
    checkRequired(pool, { ...user.attributes, ...given })
    const chosen = newPassword(world, user, password)
    const saved = world.database.transaction(() => {
      challenges.take(asked)
      context.deliveries.discardInvitations(user)
      return users.change(pool, user, ({ attributes }) => ({
        ...chosen,
        status: 'CONFIRMED',
        attributes: { ...attributes, ...given },
      }))
    })
    return afterFirstFactor({ ...entrance, hasNewPassword: true }, saved)
  },
}

/** The answer's `userAttributes.<name>`. */
function givenAttributes(responses: ChallengeResponsesType): Record<string, string> {
  const prefix = 'userAttributes.'
  return Object.fromEntries(
    Object.entries(responses).flatMap(([name, value]) =>
      name.startsWith(prefix) && value ? [[name.slice(prefix.length), value] as const] : [],
    ),
  )
}
