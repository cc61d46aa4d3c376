import type { CognitoException } from '../protocol/exceptions.ts'

/**
 * The causes that deserve words of their own, by exception name. Where one name stands for several causes the first
 * pattern that its message matches decides.
 */
const causes = {
  NotAuthorizedException: [
    [/^Password attempts exceeded/, 'attemptsExceeded'],
    [/^User is disabled/, 'disabled'],
    [/^Temporary password has expired/, 'temporaryPasswordExpired'],
    [/^SignUp is not permitted/, 'signUpClosed'],
    [/^User cannot be confirmed/, 'alreadyConfirmed'],
    [/^User password cannot be reset/, 'resetNotPossible'],
    [/passkey could not be verified/, 'passkeyRefused'],
    [/^Incorrect username or password/, 'incorrect'],
    [/^/, 'refused'],
  ],
  // One text for an unknown user and a wrong password: nobody learns here who has an account.
  UserNotFoundException: 'incorrect',
  UserNotConfirmedException: 'notConfirmed',
  PasswordResetRequiredException: 'resetRequired',
  UsernameExistsException: 'alreadyRegistered',
  AliasExistsException: 'alreadyRegistered',
  CodeMismatchException: 'codeMismatch',
  EnableSoftwareTokenMFAException: 'codeMismatch',
  ExpiredCodeException: [
    [/already been used/, 'codeUsed'],
    [/^/, 'codeExpired'],
  ],
  LimitExceededException: 'limitExceeded',
  InvalidPasswordException: 'passwordRefused',
  InvalidParameterException: [
    [/^Missing required parameter/, 'missing'],
    [/already confirmed/, 'alreadyConfirmed'],
    [/^Cannot reset password/, 'resetNotPossible'],
    [/'password' failed to satisfy/, 'passwordRefused'],
    [/^Username|Invalid email address|'username' failed to satisfy/, 'usernameRefused'],
    [/[cC]ode' failed to satisfy/, 'codeMismatch'],
    [/^Attributes did not conform|Invalid phone number/, 'attributeRefused'],
    [/^/, 'inputRefused'],
  ],
  UserLambdaValidationException: 'refusedByTrigger',
  UnexpectedLambdaException: 'serviceTrouble',
  InvalidLambdaResponseException: 'serviceTrouble',
} as const

type Told<Entry> = Entry extends string
  ? Entry
  : Entry extends readonly (readonly [RegExp, infer Cause])[]
    ? Cause
    : never

/** A reason that has its own text in every language. */
export type Cause = Told<(typeof causes)[keyof typeof causes]> | 'unexpected'

export function causeOf({ name, message }: CognitoException): Cause {
  const entry: Cause | readonly (readonly [RegExp, Cause])[] | undefined = new Map(
    Object.entries(causes),
  ).get(name)
  if (entry === undefined || typeof entry === 'string') return entry ?? 'unexpected'
  return entry.find(([pattern]) => pattern.test(message))?.[1] ?? 'unexpected'
}

/** What a field asks for, as far as a failure may be about it. */
export type Topic = 'username' | 'newPassword' | 'code'

/** What a failure is about; undefined where it is about the form as a whole. */
export function topicOf(cause: Cause): Topic | undefined {
  switch (cause) {
    case 'codeMismatch':
    case 'codeExpired':
    case 'codeUsed':
      return 'code'
    case 'passwordRefused':
      return 'newPassword'
    case 'alreadyRegistered':
    case 'usernameRefused':
      return 'username'
    default:
      return undefined
  }
}

/** What a trigger threw, which is meant for the person; empty where it is no trigger's. */
export function reasonOf({ message }: CognitoException): string {
  return /^\w+ failed with error (.+?)\.?$/s.exec(message)?.[1] ?? ''
}

/** Whether the question itself is over: nothing that is typed can answer it any more. */
export function isOver({ name, message }: CognitoException): boolean {
  return name === 'NotAuthorizedException' && message.startsWith('Invalid session for the user')
}
