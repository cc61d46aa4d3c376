import { describe, expect, test } from 'vitest'
import { en } from '../messages/en'
import { ja } from '../messages/ja'
import { type Cause, causeOf, entranceAfter, isAbout, knownExceptions } from './cause'

// The words of Amazon Cognito. Each row is an exception, its message, and the cause that is told to a person.
const said: readonly (readonly [string, string, Cause])[] = [
  ['NotAuthorizedException', 'Incorrect username or password.', 'incorrect'],
  ['NotAuthorizedException', 'Password attempts exceeded', 'attemptsExceeded'],
  ['NotAuthorizedException', 'User is disabled.', 'disabled'],
  [
    'NotAuthorizedException',
    'Temporary password has expired and must be reset by an administrator.',
    'temporaryPasswordExpired',
  ],
  ['NotAuthorizedException', 'Invalid session for the user.', 'challengeExpired'],
  ['NotAuthorizedException', 'Invalid session for the user, session is expired.', 'challengeExpired'],
  ['NotAuthorizedException', 'Invalid session for the user, session can only be used once.', 'challengeUsed'],
  ['NotAuthorizedException', 'Invalid Refresh Token', 'signedOut'],
  ['NotAuthorizedException', 'Refresh Token has expired', 'signedOut'],
  ['NotAuthorizedException', 'Refresh Token has been revoked', 'signedOut'],
  ['NotAuthorizedException', 'Access Token has been revoked', 'signedOut'],
  ['NotAuthorizedException', 'Access Token has expired', 'signedOut'],
  ['NotAuthorizedException', 'Invalid Access Token', 'signedOut'],
  ['NotAuthorizedException', 'Access Token does not have required scopes', 'refused'],
  [
    'NotAuthorizedException',
    'Unable to verify secret hash for client 6h89qn2bfglbmvfebq9aaknqk0',
    'clientHasSecret',
  ],
  [
    'NotAuthorizedException',
    'Client 6h89qn2bfglbmvfebq9aaknqk0 is configured with secret but SECRET_HASH was not received',
    'clientHasSecret',
  ],
  ['NotAuthorizedException', 'SignUp is not permitted for this user pool', 'signUpClosed'],
  ['NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED', 'alreadyConfirmed'],
  ['NotAuthorizedException', 'User password cannot be reset in the current state.', 'resetNotPossible'],
  ['NotAuthorizedException', 'The passkey could not be verified.', 'passkeyRefused'],
  ['NotAuthorizedException', 'Something that Cognito has not said before', 'refused'],
  ['OAuthSignInException', 'access_denied: user_cancelled', 'redirectCancelled'],
  ['OAuthSignInException', 'access_denied: ', 'redirectCancelled'],
  ['OAuthSignInException', 'unknown state', 'redirectOver'],
  ['OAuthSignInException', 'invalid_grant', 'redirectOver'],
  ['OAuthSignInException', 'not remembered', 'redirectNotRemembered'],
  ['OAuthSignInException', 'server_error: ', 'serviceTrouble'],
  ['OAuthSignInException', 'invalid_scope: invalid_scope', 'redirectMisconfigured'],
  ['OAuthSignInException', 'unauthorized_client', 'redirectMisconfigured'],
  ['OAuthSignInException', 'login_required: Nobody is signed in.', 'redirectRefused'],
  ['InvalidRedirectException', '', 'redirectMisconfigured'],
  ['InvalidTokens', 'Invalid tokens', 'serviceTrouble'],
  ['UserNotFoundException', 'User does not exist.', 'incorrect'],
  ['UserNotFoundException', 'Username/client id combination not found.', 'incorrect'],
  ['UserNotConfirmedException', 'User is not confirmed.', 'notConfirmed'],
  ['PasswordResetRequiredException', 'Password reset required for the user', 'resetRequired'],
  ['UsernameExistsException', 'User already exists', 'alreadyRegistered'],
  ['UsernameExistsException', 'An account with the given email already exists.', 'alreadyRegistered'],
  ['AliasExistsException', 'An account with the email already exists.', 'alreadyRegistered'],
  ['CodeMismatchException', 'Invalid verification code provided, please try again.', 'codeMismatch'],
  ['CodeMismatchException', 'Invalid session provided', 'challengeExpired'],
  ['CodeMismatchException', 'Invalid code received for user', 'totpMismatch'],
  ['CodeMismatchException', 'Invalid code or auth state for the user.', 'mfaCodeMismatch'],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.', 'codeExpired'],
  ['ExpiredCodeException', 'Your software token has already been used once.', 'totpUsed'],
  ['EnableSoftwareTokenMFAException', 'Code mismatch', 'totpSetupMismatch'],
  ['SoftwareTokenMFANotFoundException', '', 'factorUnavailable'],
  ['MFAMethodNotFoundException', '', 'factorUnavailable'],
  [
    'InvalidParameterException',
    'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
    'factorUnavailable',
  ],
  ['CodeDeliveryFailureException', '', 'codeNotDelivered'],
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.', 'limitExceeded'],
  [
    'LimitExceededException',
    'Exceeded daily email limit for the operation or the account. …',
    'dailyEmailLimit',
  ],
  ['TooManyFailedAttemptsException', '', 'tooManyCodes'],
  ['TooManyRequestsException', 'Rate exceeded', 'tooManyRequests'],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password not long enough',
    'passwordTooShort',
  ],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password must have uppercase characters',
    'passwordNeedsUppercase',
  ],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password must have lowercase characters',
    'passwordNeedsLowercase',
  ],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password must have numeric characters',
    'passwordNeedsNumber',
  ],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password must have symbol characters',
    'passwordNeedsSymbol',
  ],
  ['InvalidPasswordException', 'Password did not conform with policy', 'passwordRefused'],
  ['PasswordHistoryPolicyViolationException', '', 'passwordUsedBefore'],
  ['SyntaxError', 'Unexpected end of JSON input', 'serviceTrouble'],
  ['InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.', 'flowNotEnabled'],
  ['InvalidParameterException', 'Auth flow not enabled for this client', 'flowNotEnabled'],
  ['InvalidParameterException', 'USER_AUTH flow not enabled for this client', 'flowNotEnabled'],
  [
    'InvalidParameterException',
    'Custom auth lambda trigger is not configured for the user pool.',
    'flowNotEnabled',
  ],
  ['InvalidPreferredChallenge', 'Invalid preferred challenge.', 'flowNotEnabled'],
  ['InvalidParameterException', 'Initiate Auth method not supported.', 'flowNotEnabled'],
  ['InvalidParameterException', 'Username should be an email.', 'emailRefused'],
  ['InvalidParameterException', 'Username should be either an email or a phone number.', 'emailRefused'],
  ['InvalidParameterException', 'Invalid email address format.', 'emailRefused'],
  [
    'InvalidParameterException',
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
    'resetNotPossible',
  ],
  ['InvalidParameterException', 'User is already confirmed.', 'alreadyConfirmed'],
  [
    'InvalidParameterException',
    "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6",
    'passwordRefused',
  ],
  [
    'InvalidParameterException',
    'Attributes did not conform to the schema: name: The attribute is required\n',
    'attributeRefused',
  ],
  ['InvalidParameterException', 'Invalid phone number format.', 'attributeRefused'],
  ['InvalidParameterException', 'The passkey is registered already.', 'passkeyExists'],
  ['InvalidParameterException', 'The passkey could not be verified.', 'passkeyNotRegistered'],
  ['InvalidParameterException', 'Missing required parameter USERNAME', 'inputRefused'],
  ['UserLambdaValidationException', 'PreSignUp failed with error Only for members.', 'refusedByTrigger'],
  ['UnexpectedLambdaException', '', 'serviceTrouble'],
  ['InvalidLambdaResponseException', 'Unrecognizable lambda output', 'serviceTrouble'],
  ['InternalErrorException', '', 'serviceTrouble'],
  ['InvalidUserPoolConfigurationException', '', 'serviceTrouble'],
  ['InvalidSmsRoleAccessPolicyException', '', 'serviceTrouble'],
  ['InvalidSmsRoleTrustRelationshipException', '', 'serviceTrouble'],
  ['InvalidEmailRoleAccessPolicyException', '', 'serviceTrouble'],
  ['ConcurrentModificationException', '', 'serviceTrouble'],
  ['ForbiddenException', '', 'refused'],
  ['ResourceNotFoundException', 'Device does not exist.', 'deviceUnknown'],
  ['ResourceNotFoundException', 'User pool client abc does not exist.', 'poolNotFound'],
  ['AuthUserPoolException', 'Auth UserPool not configured.', 'poolNotFound'],
  ['NetworkError', 'A network error has occurred.', 'network'],
  ['PasskeyNotSupported', 'Passkeys may not be supported on this device.', 'passkeyNotSupported'],
  ['PasskeyAlreadyExists', 'Passkey already exists in authenticator.', 'passkeyExists'],
  [
    'PasskeyRegistrationCanceled',
    'Passkey registration ceremony has been canceled.',
    'passkeyRegistrationCanceled',
  ],
  ['PasskeyAuthenticationCanceled', 'Passkey authentication ceremony has been canceled.', 'passkeyCanceled'],
  ['PasskeyOperationAborted', 'Passkey operation has been aborted.', 'passkeyInterrupted'],
  ['PasskeyRetrievalFailed', 'Device failed to retrieve passkey.', 'passkeyInterrupted'],
  ['PasskeyRegistrationFailed', 'Device failed to create passkey.', 'passkeyNotRegistered'],
  ['WebAuthnChallengeNotFoundException', '', 'passkeyNotRegistered'],
  ['WebAuthnCredentialNotSupportedException', '', 'passkeyUnsuitable'],
  ['RelyingPartyMismatch', 'Relying party does not match current domain.', 'passkeyOfAnotherSite'],
  ['WebAuthnRelyingPartyMismatchException', '', 'passkeyOfAnotherSite'],
  ['WebAuthnOriginNotAllowedException', '', 'passkeyOfAnotherSite'],
  ['InvalidPasskeyRegistrationOptions', 'Invalid passkey registration options.', 'passkeysNotEnabled'],
  ['InvalidPasskeyAuthenticationOptions', 'Invalid passkey authentication options.', 'passkeysNotEnabled'],
  ['WebAuthnNotEnabledException', '', 'passkeysNotEnabled'],
  ['WebAuthnConfigurationMissingException', '', 'passkeysNotEnabled'],
  ['WebAuthnClientMismatchException', '', 'passkeysNotEnabled'],
  ['SignInException', '\n\t\t\tAn error occurred during the sign in process.', 'challengeExpired'],
  ['SignInException', 'The sign-in was refused.', 'notIdentified'],
  ['SignInException', 'Cannot initiate MFA setup from available types: SMS', 'challengeUnknown'],
  [
    'SignInException',
    'An error occurred during the sign in process. NEW_ONE challengeName returned by the underlying service was not addressed.',
    'challengeUnknown',
  ],
  ['UserUnAuthenticatedException', 'User needs to be authenticated to call this API.', 'signedOut'],
  ['NoSessionFoundException', '', 'signedOut'],
  ['TokenRefreshException', '', 'signedOut'],
  ['RefreshTokenReuseException', '', 'signedOut'],
  ['SomethingNewException', '', 'unexpected'],
]

describe('a failure', () => {
  test.each(said)('%s: %j is told as %s, in both languages', (name, message, cause) => {
    const failure = { name, message }
    expect(causeOf(failure)).toBe(cause)
    expect(ja.failures[cause](failure)).toMatch(/[。）]$/)
    expect(en.failures[cause](failure)).toMatch(/[.)?]$/)
  })

  test('of every known exception stands in the table above', () => {
    const named = new Set(said.map(([name]) => name))
    expect(knownExceptions.filter((name) => !named.has(name))).toEqual([])
  })

  test('has its text for every cause, and no cause is without a failure that leads to it', () => {
    const causes = [...new Set(said.map(([, , cause]) => cause))].sort()
    expect(Object.keys(ja.failures).sort()).toEqual(causes)
    expect(Object.keys(en.failures).sort()).toEqual(causes)
  })

  test('does not tell an unknown user from a wrong password', () => {
    const unknown = causeOf({ name: 'UserNotFoundException', message: 'User does not exist.' })
    expect(unknown).toBe(
      causeOf({ name: 'NotAuthorizedException', message: 'Incorrect username or password.' }),
    )
  })

  test('by a Lambda trigger says the reason that its author wrote', () => {
    const failure = {
      name: 'UserLambdaValidationException',
      message: 'PreSignUp failed with error 会員のみです.',
    }
    expect(ja.failures.refusedByTrigger(failure)).toContain('会員のみです）')
  })

  test('by a way of signing in that is not enabled names it, where Cognito does', () => {
    const failure = {
      name: 'InvalidParameterException',
      message: 'CUSTOM_AUTH is not enabled for the client.',
    }
    expect(ja.failures.flowNotEnabled(failure)).toContain('（CUSTOM_AUTH）')
    expect(en.failures.flowNotEnabled(failure)).toContain('(CUSTOM_AUTH)')
    const other = { ...failure, message: 'Auth flow not enabled for this client' }
    expect(ja.failures.flowNotEnabled(other)).not.toContain('（')
  })

  test('with a known waiting time says that it is no less, and without says what is true anyway', () => {
    const failure = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' }
    expect(ja.failures.attemptsExceeded({ ...failure, waitSeconds: 8 })).toContain('少なくとも約 8 秒')
    expect(en.failures.attemptsExceeded({ ...failure, waitSeconds: 1 })).toContain('at least 1 second ')
    expect(en.failures.attemptsExceeded(failure)).toContain('at most about 15')
  })

  test.each<[Cause, readonly string[]]>([
    ['codeMismatch', ['code']],
    ['codeExpired', ['code']],
    ['mfaCodeMismatch', ['code']],
    ['totpMismatch', ['code']],
    ['totpSetupMismatch', ['code']],
    ['totpUsed', ['code']],
    ['passwordTooShort', ['newPassword']],
    ['passwordUsedBefore', ['newPassword']],
    ['incorrect', ['oldPassword']],
    ['alreadyRegistered', ['username', 'email']],
    ['emailRefused', ['username', 'email']],
    ['network', []],
  ])('as %s is about the fields %j', (cause, fields) => {
    const all = ['username', 'email', 'password', 'oldPassword', 'newPassword', 'code', 'answer']
    expect(all.filter((field) => isAbout(cause, field))).toEqual(fields)
  })

  test('leaves the step only where nothing typed into it can succeed', () => {
    const causes = [...new Set(said.map(([, , cause]) => cause))]
    expect(causes.filter((cause) => entranceAfter(cause) === 'SIGN_IN').sort()).toEqual([
      'alreadyConfirmed',
      'challengeExpired',
      'challengeUnknown',
      'challengeUsed',
      'deviceUnknown',
      'disabled',
      'notIdentified',
      'signedOut',
    ])
    expect(entranceAfter('codeMismatch')).toBeUndefined()
  })
})
