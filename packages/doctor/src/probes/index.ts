import type { Patient } from '../patient.ts'
import { account } from './account.ts'
import { api } from './api.ts'
import type { Asker } from './ask.ts'
import { domain } from './domain.ts'
import { choiceEntrance, refreshEntrance, srpEntrance } from './entrance.ts'
import { endSession, signIn } from './sign-in.ts'
import { site } from './site.ts'
import { wellKnown } from './well-known.ts'

/** What there was to learn by asking; undefined where a question did not come up. */
export type Found = Awaited<ReturnType<typeof probe>>

/**
 * Asks everything once, all at the same time but for what follows from another answer.
 *
 * @param patience milliseconds for what the AWS SDK asks
 */
export async function probe(patient: Patient, asker: Asker, patience: number) {
  const keys = wellKnown(patient, asker, 'jwks.json')
  const discovery = wellKnown(patient, asker, 'openid-configuration')
  const signedIn = signIn(patient, asker)
  const [srp, choice, refresh, ofDomain, ofApi, ofSite, ofAccount] = await Promise.all([
    srpEntrance(patient, asker),
    choiceEntrance(patient, asker),
    refreshEntrance(patient, asker),
    discovery.then((found) => domain(patient, asker, found)),
    apiOf(patient, asker, keys, signedIn),
    site(patient, asker),
    account(patient, patience),
  ])
  return {
    now: asker.now(),
    keys: await keys,
    discovery: await discovery,
    signIn: await signedIn,
    srp,
    choice,
    refresh,
    domain: ofDomain,
    api: ofApi,
    site: ofSite,
    account: ofAccount,
  }
}

/** Shows the API the tokens of a sign-in, and ends its session only then. */
async function apiOf(
  patient: Patient,
  asker: Asker,
  keys: ReturnType<typeof wellKnown>,
  signedIn: ReturnType<typeof signIn>,
) {
  const person = await signedIn
  try {
    return await api(patient, asker, await keys, person)
  } finally {
    await endSession(patient, asker, person)
  }
}
