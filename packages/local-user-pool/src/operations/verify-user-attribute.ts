import { updatedBy, verificationOf } from '../domain/deliveries.ts'
import { contactOf } from './get-user-attribute-verification-code.ts'
import { operation } from './operation.ts'

/**
 * Verifies an address of the user who holds the access token, by the code that was sent to it; one that waits for that
 * takes the place of the old one.
 */
export const VerifyUserAttribute = operation(
  'VerifyUserAttribute',
  async (input, { world, tokens, users, attempts, deliveries }) => {
    const { user, pool } = await tokens.caller(input.AccessToken)
    const name = contactOf(input.AttributeName)
    attempts.spend(pool, user.username, user, 'VerifyUserAttribute')
    world.database.transaction(() => {
      // assumed: of two that are under way, a code for a new address comes before one for the address that counts.
      const purposes = [...deliveries.updatesUnderWay(user, name), verificationOf(user, name)]
      const address = updatedBy(name, deliveries.consumeOneOf(user, purposes, input.Code))
      users.change(pool, user, ({ attributes }) => ({
        attributes: {
          ...attributes,
          ...(address !== undefined && { [name]: address }),
          [`${name}_verified`]: 'true',
        },
      }))
    })
    return {}
  },
)
