import type { ExceptionName } from './types.generated.ts'

/** Exceptions of AWS JSON 1.1 itself, which no operation declares. */
type ProtocolExceptionName =
  | 'SerializationException'
  | 'UnknownOperationException'
  | 'MissingAuthenticationTokenException'
  | 'RequestEntityTooLargeException'
  | 'NotImplementedException'

/** An answer that is an error: AWS's name and AWS's words. */
export class CognitoException extends Error {
  override readonly name: ExceptionName | ProtocolExceptionName
  readonly status: number
  /** Why, for the developer who looks at the console. It is not in the answer, and holds no secret. */
  reason: string | undefined

  constructor(name: ExceptionName | ProtocolExceptionName, message: string, status = 400) {
    super(message)
    this.name = name
    this.status = status
  }

  /** Says why, where the answer must not. */
  because(reason: string): this {
    this.reason = reason
    return this
  }
}

/**
 * Makes a `CognitoException` of that name. Messages are word for word Cognito's where they are known; each
 * place that throws marks where it knows them from.
 */
const exception = (name: ExceptionName) => (message: string) => new CognitoException(name, message)

export const codeMismatch = exception('CodeMismatchException')
export const deviceKeyExists = exception('DeviceKeyExistsException')
export const duplicateProvider = exception('DuplicateProviderException')
export const enableSoftwareTokenMfa = exception('EnableSoftwareTokenMFAException')
export const expiredCode = exception('ExpiredCodeException')
export const groupExists = exception('GroupExistsException')
export const invalidLambdaResponse = exception('InvalidLambdaResponseException')
export const invalidOAuthFlow = exception('InvalidOAuthFlowException')
export const invalidParameter = exception('InvalidParameterException')
export const invalidPassword = exception('InvalidPasswordException')
export const limitExceeded = exception('LimitExceededException')
export const managedLoginBrandingExists = exception('ManagedLoginBrandingExistsException')
export const mfaMethodNotFound = exception('MFAMethodNotFoundException')
export const notAuthorized = exception('NotAuthorizedException')
export const passwordHistoryPolicyViolation = exception('PasswordHistoryPolicyViolationException')
export const passwordResetRequired = exception('PasswordResetRequiredException')
export const preconditionNotMet = exception('PreconditionNotMetException')
export const refreshTokenReuse = exception('RefreshTokenReuseException')
export const resourceNotFound = exception('ResourceNotFoundException')
export const scopeDoesNotExist = exception('ScopeDoesNotExistException')
export const softwareTokenMfaNotFound = exception('SoftwareTokenMFANotFoundException')
export const termsExists = exception('TermsExistsException')
export const unauthorized = exception('UnauthorizedException')
export const unexpectedLambda = exception('UnexpectedLambdaException')
export const unsupportedOperation = exception('UnsupportedOperationException')
export const unsupportedTokenType = exception('UnsupportedTokenTypeException')
export const unsupportedUserState = exception('UnsupportedUserStateException')
export const userLambdaValidation = exception('UserLambdaValidationException')
export const userNotConfirmed = exception('UserNotConfirmedException')
export const userNotFound = exception('UserNotFoundException')
export const userPoolAddOnNotEnabled = exception('UserPoolAddOnNotEnabledException')
export const userPoolTagging = exception('UserPoolTaggingException')
export const usernameExists = exception('UsernameExistsException')
export const webAuthnChallengeNotFound = exception('WebAuthnChallengeNotFoundException')
export const webAuthnClientMismatch = exception('WebAuthnClientMismatchException')
export const webAuthnConfigurationMissing = exception('WebAuthnConfigurationMissingException')
export const webAuthnCredentialNotSupported = exception('WebAuthnCredentialNotSupportedException')
export const webAuthnNotEnabled = exception('WebAuthnNotEnabledException')
export const webAuthnOriginNotAllowed = exception('WebAuthnOriginNotAllowedException')
export const webAuthnRelyingPartyMismatch = exception('WebAuthnRelyingPartyMismatchException')
