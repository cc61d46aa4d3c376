import { checkConfirmed } from '../domain/users.ts'
import { resourceNotFound } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Forgets the authenticator app of a user who has lost it; they can set up another one. */
export const AdminDeleteSoftwareToken = operation('AdminDeleteSoftwareToken', (input, { pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  const user = users.get(pool, input.Username)
  // assumed: that the exception which the model declares is about the user.
  checkConfirmed(user)
  users.change(pool, user, ({ factors }) => {
    const { totp, enabled, preferred } = factors
    // assumed: which exception, and the words.
    if (!totp) throw resourceNotFound('User has no software token.')
    return {
      factors: {
        enabled: enabled.filter((name) => name !== 'SOFTWARE_TOKEN_MFA'),
        preferred: preferred === 'SOFTWARE_TOKEN_MFA' ? undefined : preferred,
      },
    }
  })
  return {}
})
