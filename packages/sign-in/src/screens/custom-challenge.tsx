import { answer } from '../fields/answer'
import { CustomChallenge } from '../react/custom-challenge'
import { screen } from './screen'

const name = 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE'

/** A question that the pool's own triggers ask. */
export const customChallenge = screen(name, {
  text: 'customChallenge',
  fields: { answer },
  view: ({ additionalInfo = {} }) => <CustomChallenge additionalInfo={additionalInfo} />,
  async submit({ answer: given }, { gateway, username }) {
    const outcome = await gateway.confirmSignIn(given, { username })
    // Nobody but the triggers knows whether the answer was wrong or one of several.
    const isAskedAgain = outcome.to === 'step' && outcome.step.name === name
    return isAskedAgain ? { ...outcome, notice: 'askedAgain' } : outcome
  },
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
