import { verificationOf } from '../domain/deliveries.ts'
import { contactOf } from './get-user-attribute-verification-code.ts'
import { operation } from './operation.ts'

/** Verifies an address of the user who holds the access token, by the code that was sent to it. */
export const VerifyUserAttribute = operation(
  'VerifyUserAttribute',
  async (input, { world, tokens, users, attempts, deliveries }) => {
    const { user, pool } = await tokens.caller(input.AccessToken)
    const name = contactOf(input.AttributeName)
    attempts.spend(pool, user.username, user, 'VerifyUserAttribute')
    world.database.transaction(() => {
      deliveries.consume(user, verificationOf(user, name), input.Code)
      users.change(pool, user, ({ attributes }) => ({
        attributes: { ...attributes, [`${name}_verified`]: 'true' },
      }))
    })
    return {}
  },
)
