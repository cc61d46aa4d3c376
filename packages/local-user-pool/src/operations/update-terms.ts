import { seconds } from '../domain/world.ts'
import { ofName, termsExist } from './create-terms.ts'
import { storedOnly } from './operation.ts'

/** Changes what is given of terms. */
export const UpdateTerms = storedOnly('UpdateTerms', (input, { world, pools, clients, terms }) => {
  const pool = pools.get(input.UserPoolId)
  const current = terms.get(pool, input.TermsId)
  const { TermsName = current.TermsName } = input
  const holder = ofName(terms, pool, clients.get(current.ClientId), TermsName)
  if (holder && holder.TermsId !== current.TermsId) throw termsExist()
  const {
    TermsSource = current.TermsSource,
    Enforcement = current.Enforcement,
    Links = current.Links,
  } = input
  const changed = { TermsName, TermsSource, Enforcement, Links, LastModifiedDate: seconds(world.clock()) }
  return { Terms: terms.put(pool, input.TermsId, { ...current, ...changed }) }
})
