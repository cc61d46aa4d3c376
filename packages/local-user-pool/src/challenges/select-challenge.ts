import { inEvenTime } from '../domain/even-time.ts'
import { askForFactor, firstFactorUnderWay } from '../domain/first-factors.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { ChallengeNameType } from '../protocol/types.generated.ts'
import type { Challenge } from './challenge.ts'
import { withChosenPassword } from './password.ts'
import { withSrp } from './password-srp.ts'
import { withPasskey } from './web-authn.ts'

/**
 * Whose Session may come with a choice: the question for it, or a first factor that was asked for and is given up
 * for another.
 */
// observed: Amplify chooses again with the Session of a passkey or a password that was asked for.
export const changeable: readonly ChallengeNameType[] = [
  'SELECT_CHALLENGE',
  'PASSWORD',
  'PASSWORD_SRP',
  'EMAIL_OTP',
  'SMS_OTP',
  'WEB_AUTHN',
]

/** The choice of a first factor. A password, the first half of SRP or a passkey's answer may come along with it. */
export const selectChallenge: Challenge = {
  name: 'SELECT_CHALLENGE',
  answer: (entrance, ...given) => inEvenTime(entrance.context.world, () => answer(entrance, ...given)),
}

const answer: Challenge['answer'] = async (entrance, responses, session) => {
  const username = requiredParameter(responses, 'USERNAME')
  const chosen = requiredParameter(responses, 'ANSWER')
  const underWay = firstFactorUnderWay(entrance, changeable, session, username)
  const { person, offered, take } = underWay
  const factor = offered.find((name) => name === chosen)
  // assumed: the words.
  if (!factor) throw invalidParameter(`${chosen} is not one of the challenges to choose from.`)
  const { PASSWORD, SRP_A, CREDENTIAL } = responses
  if (factor === 'PASSWORD' && PASSWORD) return withChosenPassword(entrance, person, PASSWORD, take)
  if (factor === 'PASSWORD_SRP' && SRP_A) return withSrp(entrance, person, SRP_A, take)
  if (factor === 'WEB_AUTHN' && CREDENTIAL) return withPasskey(entrance, underWay, CREDENTIAL)
  return askForFactor(entrance, person, offered, factor, take)
}
