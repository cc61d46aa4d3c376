import type { Answer } from './answers.ts'

/** Refusals after which something is otherwise than before, as it is meant to be. */
interface Exception {
  readonly why: string
  readonly names: readonly string[]
  /** Exceptions of the API; without them, any refusal of an endpoint or a page. */
  readonly refusals?: readonly string[]
}

const exceptions: readonly Exception[] = [
  {
    why: 'A failed sign-in counts towards the lockout, and uses the session or the code up that it was tried with.',
    names: ['InitiateAuth', 'AdminInitiateAuth', 'RespondToAuthChallenge', 'AdminRespondToAuthChallenge'],
    refusals: [
      ...['NotAuthorizedException', 'CodeMismatchException', 'ExpiredCodeException', 'UserNotFoundException'],
      'PasswordResetRequiredException',
    ],
  },
  {
    why: 'What may be done a few times an hour is counted before it is looked at.',
    names: [
      ...[
        'ConfirmSignUp',
        'ResendConfirmationCode',
        'ForgotPassword',
        'ConfirmForgotPassword',
        'ChangePassword',
      ],
      ...['VerifyUserAttribute', 'GetUserAttributeVerificationCode'],
    ],
    refusals: [
      ...['NotAuthorizedException', 'CodeMismatchException', 'ExpiredCodeException', 'UserNotFoundException'],
      ...['InvalidPasswordException', 'InvalidParameterException', 'UserNotConfirmedException'],
    ],
  },
  {
    why: 'Behind the pages are the same operations.',
    names: ['/login', '/confirm', '/forgotPassword', '/confirmForgotPassword'].map((path) => `POST ${path}`),
  },
  {
    why: 'An authorization code is used up by the first who shows it (RFC 6749, section 4.1.2).',
    names: ['POST /oauth2/token'],
  },
]

/** Whether a request of that name may write something and be refused: by that answer, or at all. */
export function mayWrite(name: string, answer?: Answer): boolean {
  const exception = /"__type":"(\w+)"/.exec(answer?.text ?? '')?.[1]
  return exceptions.some(
    ({ names, refusals }) =>
      names.includes(name) &&
      (!answer || !refusals || (exception !== undefined && refusals.includes(exception))),
  )
}
