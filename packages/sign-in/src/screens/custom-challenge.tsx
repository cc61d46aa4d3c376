import { answer } from '../fields/answer'
import { CustomChallenge } from '../react/custom-challenge'
import { screen } from './screen'

/** A question that the pool's own triggers ask. */
export const customChallenge = screen('CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE', {
  text: 'customChallenge',
  fields: { answer },
  view: ({ additionalInfo = {} }) => <CustomChallenge additionalInfo={additionalInfo} />,
  async submit({ answer: given }, { step, gateway, username }) {
    const outcome = await gateway.confirmSignIn(given, { username })
    // Nobody but the triggers knows whether the answer was wrong or one of several.
    const isAskedAgain = outcome.to === 'step' && outcome.step.name === step.name
    return isAskedAgain ? { ...outcome, notice: 'askedAgain' } : outcome
  },
  links: [{ to: 'SIGN_IN', text: 'signIn' }],
})
