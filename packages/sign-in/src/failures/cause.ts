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
    [/session can only be used once/, 'challengeUsed'],
    [/^Invalid session for the user/, 'challengeExpired'],
    [/does not have required scopes/, 'refused'],
    [/(Refresh|Access) Token/, 'signedOut'],
    [/secret/i, 'clientHasSecret'],
    [/^SignUp is not permitted/, 'signUpClosed'],
    [/Current status is CONFIRMED/, 'alreadyConfirmed'],
    [/^User password cannot be reset/, 'resetNotPossible'],
    [/^Incorrect username or password/, 'incorrect'],
    [/passkey could not be verified/, 'passkeyRefused'],
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
    [/^Invalid code received for user/, 'totpMismatch'],
    [/^Invalid code or auth state/, 'mfaCodeMismatch'],
    [/^/, 'codeMismatch'],
  ],
  ExpiredCodeException: [
    [/^Your software token has already been used/, 'totpUsed'],
    [/^/, 'codeExpired'],
  ],
  EnableSoftwareTokenMFAException: 'totpSetupMismatch',
  SoftwareTokenMFANotFoundException: 'factorUnavailable',
  MFAMethodNotFoundException: 'factorUnavailable',
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
    [/not enabled for|not supported|trigger is not configured/, 'flowNotEnabled'],
    [/^Username should be|Invalid email address/, 'emailRefused'],
    [/^Cannot reset password/, 'resetNotPossible'],
    [/already confirmed/, 'alreadyConfirmed'],
    [/delivery config set to turn on|second factors/, 'factorUnavailable'],
    [/'password' failed to satisfy constraint/, 'passwordRefused'],
    [/^Attributes did not conform|Invalid phone number/, 'attributeRefused'],
    [/passkey is registered already/, 'passkeyExists'],
    [/passkey could not be verified/, 'passkeyNotRegistered'],
    [/^/, 'inputRefused'],
  ],
  UserLambdaValidationException: 'refusedByTrigger',
  ForbiddenException: 'refused',
  UnexpectedLambdaException: 'serviceTrouble',
  InvalidLambdaResponseException: 'serviceTrouble',
  InternalErrorException: 'serviceTrouble',
  // What Amplify makes of an answer that is no JSON: some server on the way has answered instead of Cognito.
  SyntaxError: 'serviceTrouble',
  InvalidUserPoolConfigurationException: 'serviceTrouble',
  InvalidSmsRoleAccessPolicyException: 'serviceTrouble',
  InvalidSmsRoleTrustRelationshipException: 'serviceTrouble',
  InvalidEmailRoleAccessPolicyException: 'serviceTrouble',
  ConcurrentModificationException: 'serviceTrouble',
  ResourceNotFoundException: [
    [/^Device does not exist/, 'deviceUnknown'],
    [/^/, 'poolNotFound'],
  ],
  AuthUserPoolException: 'poolNotFound',
  NetworkError: 'network',
  PasskeyNotSupported: 'passkeyNotSupported',
  PasskeyAlreadyExists: 'passkeyExists',
  // A browser does not say why: somebody said no, took too long, or has no passkey here.
  PasskeyRegistrationCanceled: 'passkeyRegistrationCanceled',
  PasskeyAuthenticationCanceled: 'passkeyCanceled',
  PasskeyOperationAborted: 'passkeyInterrupted',
  PasskeyRetrievalFailed: 'passkeyInterrupted',
  PasskeyRegistrationFailed: 'passkeyNotRegistered',
  WebAuthnChallengeNotFoundException: 'passkeyNotRegistered',
  WebAuthnCredentialNotSupportedException: 'passkeyUnsuitable',
  RelyingPartyMismatch: 'passkeyOfAnotherSite',
  WebAuthnRelyingPartyMismatchException: 'passkeyOfAnotherSite',
  WebAuthnOriginNotAllowedException: 'passkeyOfAnotherSite',
  InvalidPasskeyRegistrationOptions: 'passkeysNotEnabled',
  InvalidPasskeyAuthenticationOptions: 'passkeysNotEnabled',
  WebAuthnNotEnabledException: 'passkeysNotEnabled',
  WebAuthnConfigurationMissingException: 'passkeysNotEnabled',
  WebAuthnClientMismatchException: 'passkeysNotEnabled',
  // Amplify's own: a challenge that it does not know, or confirmSignIn without one, because it expired.
  SignInException: [
    [/^Cannot initiate MFA setup|was not addressed/, 'challengeUnknown'],
    // The gateway's own words.
    [/^The sign-in was refused/, 'notIdentified'],
    [/^/, 'challengeExpired'],
  ],
  // Of the hosted page: a code of OAuth 2.0, as it stands in the address or in the answer of the token endpoint, or the
  // gateway's own words.
  OAuthSignInException: [
    [/^access_denied/, 'redirectCancelled'],
    [/^(unknown state|invalid_grant)/, 'redirectOver'],
    [/^not remembered/, 'redirectNotRemembered'],
    [/^(server_error|temporarily_unavailable)/, 'serviceTrouble'],
    [/^(invalid|unauthorized|unsupported)_/, 'redirectMisconfigured'],
    [/^/, 'redirectRefused'],
  ],
  InvalidRedirectException: 'redirectMisconfigured',
  // Amplify's own: an answer of the token endpoint without tokens.
  InvalidTokens: 'serviceTrouble',
  // Amplify's own: the preferred challenge of its configuration is not among those that it turns on.
  InvalidPreferredChallenge: 'flowNotEnabled',
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

const aboutEmail: readonly Cause[] = ['alreadyRegistered', 'emailRefused']
const aboutCode: readonly Cause[] = [
  'codeMismatch',
  'codeExpired',
  'mfaCodeMismatch',
  'totpMismatch',
  'totpSetupMismatch',
  'totpUsed',
]

/** Whether a failure is about this field; one that is about none concerns the form as a whole. */
export function isAbout(cause: Cause, field: string): boolean {
  switch (field) {
    case 'newPassword':
      return cause.startsWith('password')
    // Only where somebody is signed in is it known to be the password that is wrong.
    case 'oldPassword':
      return cause === 'incorrect'
    case 'code':
      return aboutCode.includes(cause)
    case 'username':
    case 'email':
      return aboutEmail.includes(cause)
    default:
      return false
  }
}

/** Where a person continues when the step itself is over: nothing typed into it can succeed any more. */
export function entranceAfter(cause: Cause): Entrance | undefined {
  switch (cause) {
    case 'challengeExpired':
    case 'challengeUsed':
    case 'challengeUnknown':
    case 'notIdentified':
    case 'signedOut':
    case 'alreadyConfirmed':
    case 'disabled':
    case 'deviceUnknown':
      return 'SIGN_IN'
    default:
      return undefined
  }
}
