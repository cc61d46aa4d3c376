import { screen } from './screen'

/** An administrator has asked for a new password. That mail may have brought a code already: both ways lead on. */
export const resetPassword = screen('RESET_PASSWORD', {
  text: 'resetPassword',
  fields: {},
  submit: (_values, { gateway, username }) => gateway.resetPassword(username),
  links: [
    { to: 'CONFIRM_RESET_PASSWORD_WITH_CODE', text: 'haveCode' },
    { to: 'SIGN_IN', text: 'signIn' },
  ],
})
