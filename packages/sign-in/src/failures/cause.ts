import type { Entrance } from '../step'
import type { Failure } from './failure'

/**
 * The causes that deserve different words, by exception name. Where Cognito uses one name for several causes
 * the first pattern that its message matches decides; the last entry of each list catches the rest.
 */
const causes = {
  NotAuthorizedException: [
    [/^Password attempts exceeded/, 'attemptsExceeded'],
    [/^User is disabled/, 'disabled'],
    [/^Temporary password has expired/, 'temporaryPasswordExpired'],
    [/^Invalid session for the user/, 'challengeExpired'],
    [/does not have required scopes/, 'refused'],
    [/(Refresh|Access) Token/, 'signedOut'],
    [/secret/i, 'clientHasSecret'],
    [/^SignUp is not permitted/, 'signUpClosed'],
    [/Current status is CONFIRMED/, 'alreadyConfirmed'],
    [/^User password cannot be reset/, 'resetNotPossible'],
    [/^Incorrect username or password/, 'incorrect'],
    [/^/, 'refused'],
  ],
  // One text for an unknown user and a wrong password: nobody learns here who has an account.
  UserNotFoundException: 'incorrect',
  UserNotConfirmedException: 'notConfirmed',
  PasswordResetRequiredException: 'resetRequired',
  UsernameExistsException: 'alreadyRegistered',
  AliasExistsException: 'alreadyRegistered',
  CodeMismatchException: [
    [/session/i, 'challengeExpired'],
    [/^/, 'codeMismatch'],
  ],
  ExpiredCodeException: 'codeExpired',
  CodeDeliveryFailureException: 'codeNotDelivered',
  LimitExceededException: [
    [/daily email limit/, 'dailyEmailLimit'],
    [/^/, 'limitExceeded'],
  ],
  TooManyFailedAttemptsException: 'tooManyCodes',
  TooManyRequestsException: 'tooManyRequests',
  InvalidPasswordException: [
    [/not long enough/, 'passwordTooShort'],
    [/uppercase/, 'passwordNeedsUppercase'],
    [/lowercase/, 'passwordNeedsLowercase'],
    [/numeric/, 'passwordNeedsNumber'],
    [/symbol/, 'passwordNeedsSymbol'],
    [/^/, 'passwordRefused'],
  ],
  PasswordHistoryPolicyViolationException: 'passwordUsedBefore',
  InvalidParameterException: [
    [/not enabled for|not supported/, 'flowNotEnabled'],
    [/^Username should be|Invalid email address/, 'emailRefused'],
    [/^Cannot reset password/, 'resetNotPossible'],
    [/already confirmed/, 'alreadyConfirmed'],
    [/'password' failed to satisfy constraint/, 'passwordRefused'],
    [/^Attributes did not conform|Invalid phone number/, 'attributeRefused'],
    [/^/, 'inputRefused'],
  ],
  UserLambdaValidationException: 'refusedByTrigger',
  ForbiddenException: 'refused',
  UnexpectedLambdaException: 'serviceTrouble',
  InvalidLambdaResponseException: 'serviceTrouble',
  InternalErrorException: 'serviceTrouble',
  InvalidUserPoolConfigurationException: 'serviceTrouble',
  InvalidSmsRoleAccessPolicyException: 'serviceTrouble',
  InvalidSmsRoleTrustRelationshipException: 'serviceTrouble',
  InvalidEmailRoleAccessPolicyException: 'serviceTrouble',
  ConcurrentModificationException: 'serviceTrouble',
  ResourceNotFoundException: 'poolNotFound',
  AuthUserPoolException: 'poolNotFound',
  NetworkError: 'network',
  // Amplify's own: confirmSignIn without a challenge, because it expired or the page was reloaded.
  SignInException: 'challengeExpired',
  UserUnAuthenticatedException: 'signedOut',
  NoSessionFoundException: 'signedOut',
  TokenRefreshException: 'signedOut',
  RefreshTokenReuseException: 'signedOut',
} as const

type Table = typeof causes
type Told<Entry> = Entry extends string
  ? Entry
  : Entry extends readonly (readonly [RegExp, infer C])[]
    ? C
    : never

/** A reason that has its own text in every language. */
export type Cause = Told<Table[keyof Table]> | 'unexpected'

/** The exception names that have their own entry; every other name is `unexpected`. */
export const knownExceptions = Object.keys(causes)

/** Tells the cause of a failure. */
export function causeOf({ name, message }: Failure): Cause {
  const entry: Cause | readonly (readonly [RegExp, Cause])[] | undefined = new Map(
    Object.entries(causes),
  ).get(name)
  if (entry === undefined || typeof entry === 'string') return entry ?? 'unexpected'
  return entry.find(([pattern]) => pattern.test(message))?.[1] ?? 'unexpected'
}

/** The field that a failure is about; the others concern the form as a whole. */
export function fieldOf(cause: Cause): 'username' | 'code' | 'newPassword' | undefined {
  if (cause.startsWith('password')) return 'newPassword'
  if (cause === 'codeMismatch' || cause === 'codeExpired') return 'code'
  return cause === 'alreadyRegistered' || cause === 'emailRefused' ? 'username' : undefined
}

/** Where a person continues when the step itself is over: nothing typed into it can succeed any more. */
export function entranceAfter(cause: Cause): Entrance | undefined {
  switch (cause) {
    case 'challengeExpired':
    case 'signedOut':
    case 'alreadyConfirmed':
    case 'disabled':
      return 'SIGN_IN'
    default:
      return undefined
  }
}
