import { newUuid } from '../core/identifiers.ts'
import type { Client } from '../domain/clients.ts'
import type { Collections } from '../domain/collections.ts'
import type { UserPool } from '../domain/user-pools.ts'
import { seconds } from '../domain/world.ts'
import { termsExists } from '../protocol/exceptions.ts'
import type { TermsType } from '../protocol/types.generated.ts'
import { storedOnly } from './operation.ts'

/** Makes terms of use, or a privacy policy, that managed login links to for an app client. */
export const CreateTerms = storedOnly('CreateTerms', (input, { world, pools, clients, terms }) => {
  const pool = pools.get(input.UserPoolId)
  const client = clients.ofPool(pool.Id, input.ClientId)
  if (ofName(terms, pool, client, input.TermsName)) throw termsExist()
  const TermsId = newUuid(world.random)
  const now = seconds(world.clock())
  const { Links = {} } = input
  const created = { ...input, Links, TermsId, CreationDate: now, LastModifiedDate: now }
  return { Terms: terms.put(pool, TermsId, created, client) }
})

/** The terms of that name which an app client has. */
export function ofName(
  terms: Collections['terms'],
  pool: UserPool,
  client: Client,
  name: string,
): TermsType | undefined {
  return terms.ofClient(pool, client).find(({ TermsName }) => TermsName === name)
}

// assumed: the words.
export const termsExist = () => termsExists('The client has terms of the name already.')
