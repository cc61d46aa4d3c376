import { model } from '../protocol/model.ts'

/** Why an exception that the model declares does not happen here. */
export interface NotHere {
  readonly exception: string
  readonly why: string
  /** The operations that it is about; without it, all that declare the exception. */
  readonly operations?: readonly string[]
  /** Those that it is not about. */
  readonly except?: readonly string[]
}

const roles = 'Nothing is sent through Amazon SNS or SES, so no role for it is looked at.'
const confirmed = 'Who holds an access token has confirmed, and nothing takes that back.'

export const notHere: readonly NotHere[] = [
  {
    exception: 'AccessDeniedException',
    why: 'Which credentials signed a request, and what they may do (IAM), does not matter here.',
  },
  {
    exception: 'AliasExistsException',
    operations: ['AdminDisableProviderForUser', 'AdminLinkProviderForUser'],
    why: 'A linked identity is no alias here.',
  },
  {
    exception: 'CodeDeliveryFailureException',
    why: 'Everything is delivered: to the inbox, or to a custom sender, which nobody waits for.',
  },
  {
    exception: 'CodeMismatchException',
    operations: ['UpdateUserAttributes'],
    why: 'The request has no code that could be wrong.',
  },
  {
    exception: 'CodeMismatchException',
    operations: ['VerifySoftwareToken'],
    why: 'A wrong code is answered by EnableSoftwareTokenMFAException, as AWS was seen to do.',
  },
  {
    exception: 'ConcurrentModificationException',
    why: 'What an operation changes, it changes in one transaction, and one operation at a time.',
  },
  {
    exception: 'ExpiredCodeException',
    operations: ['UpdateUserAttributes'],
    why: 'The request has no code that could have ended.',
  },
  { exception: 'FeatureUnavailableInTierException', why: 'Every feature is there in every tier.' },
  { exception: 'ForbiddenException', why: 'There is no firewall (AWS WAF) in front of the pool.' },
  {
    exception: 'InvalidEmailRoleAccessPolicyException',
    why: roles,
  },
  {
    exception: 'InvalidLambdaResponseException',
    operations: ['ConfirmDevice'],
    why: 'It runs no trigger.',
  },
  {
    exception: 'InvalidPasswordException',
    operations: ['ConfirmDevice'],
    why: 'A device sends the verifier of its password alone, from which no password can be told.',
  },
  { exception: 'InvalidSmsRoleAccessPolicyException', why: roles },
  { exception: 'InvalidSmsRoleTrustRelationshipException', why: roles },
  {
    exception: 'InvalidUserPoolConfigurationException',
    why: 'Which settings it is about is not known; what a pool lacks is answered by InvalidParameterException.',
  },
  {
    exception: 'LimitExceededException',
    operations: ['CreateUserPool', 'CreateUserPoolClient', 'CreateUserPoolDomain', 'CreateUserPoolReplica'],
    why: 'The quotas of an account are not counted.',
  },
  {
    exception: 'LimitExceededException',
    operations: ['CreateGroup', 'CreateManagedLoginBranding', 'CreateTerms', 'CreateUserImportJob'],
    why: 'A pool may have as many of them as it likes; on AWS thousands, or as many as its clients.',
  },
  {
    exception: 'LimitExceededException',
    operations: ['AdminConfirmSignUp', 'AdminResetUserPassword', 'SignUp'],
    why: 'How often an account does this is not counted.',
  },
  {
    exception: 'LimitExceededException',
    operations: [
      'DeleteUserPoolClientSecret',
      'DeleteWebAuthnCredential',
      'ListUserPoolClientSecrets',
      'ListWebAuthnCredentials',
    ],
    why: 'It adds nothing that there could be too much of.',
  },
  {
    exception: 'MFAMethodNotFoundException',
    operations: ['AdminInitiateAuth'],
    why: 'The answer names the second factors that there are; only a choice can be of another.',
  },
  {
    exception: 'NotAuthorizedException',
    operations: administrators(),
    except: [
      'AdminConfirmSignUp',
      'AdminInitiateAuth',
      'AdminResetUserPassword',
      'AdminRespondToAuthChallenge',
      'GetClientToken',
    ],
    why: 'Which credentials signed a request, and what they may do (IAM), does not matter here.',
  },
  {
    exception: 'OperationNotEnabledException',
    why: 'It is about requests in the Region of a replica; there is one Region here, and replicas are stored only.',
  },
  {
    exception: 'PreconditionNotMetException',
    operations: ['AdminCreateUser', 'CreateUserImportJob'],
    why: 'Which condition it is about is not known.',
  },
  {
    exception: 'ResourceNotFoundException',
    operations: ['DescribeUserPoolDomain'],
    why: 'The description of a domain that nobody has is empty, as AWS was seen to answer.',
  },
  {
    exception: 'ServiceQuotaExceededException',
    why: 'The highest limit of an account is known to AWS alone.',
  },
  { exception: 'TierChangeNotAllowedException', why: 'A pool may change its tier at any time.' },
  {
    exception: 'TooManyFailedAttemptsException',
    why: 'Too many wrong codes are answered by LimitExceededException, as AWS was seen to do.',
  },
  {
    exception: 'UnsupportedIdentityProviderException',
    why: 'Identity providers are stored only, those of every type alike.',
  },
  {
    exception: 'UserImportInProgressException',
    why: 'An import is done before the next request is looked at.',
  },
  {
    exception: 'UserNotConfirmedException',
    operations: ['ConfirmForgotPassword'],
    why: 'Whoever has a code that was sent to a verified address is confirmed by it.',
  },
  {
    exception: 'UserNotConfirmedException',
    except: [
      'AdminDeleteSoftwareToken',
      'AdminInitiateAuth',
      'AdminRespondToAuthChallenge',
      'AdminSetUserMFAPreference',
      'ConfirmForgotPassword',
      'InitiateAuth',
      'RespondToAuthChallenge',
    ],
    why: confirmed,
  },
  {
    exception: 'UserNotFoundException',
    operations: ['GetTokensFromRefreshToken'],
    why: 'The refresh tokens of somebody who was deleted are invalid, which NotAuthorizedException says.',
  },
  {
    exception: 'UserPoolTaggingException',
    operations: ['CreateUserPoolReplica', 'DescribeUserPool'],
    why: 'Replicas are stored only, and reading tags cannot fail.',
  },
  {
    exception: 'UsernameExistsException',
    operations: ['ConfirmDevice'],
    why: 'It makes no user.',
  },
]

/** The operations that credentials sign, and that could refuse them. */
function administrators(): string[] {
  return Object.entries(model.operations).flatMap(([name, { access, errors }]) =>
    access === 'iam' && errors.includes('NotAuthorizedException') ? [name] : [],
  )
}

/** The reasons of a pair: none, one, or several by mistake. */
export const reasonsFor = (operation: string, exception: string): NotHere[] =>
  notHere.filter(
    (reason) =>
      reason.exception === exception &&
      (reason.operations ?? [operation]).includes(operation) &&
      !reason.except?.includes(operation),
  )

/** Every operation with every exception that its model declares; AWS's declares one of them twice. */
export const declaredPairs = (): { readonly operation: string; readonly exception: string }[] =>
  Object.entries(model.operations).flatMap(([operation, { errors }]) =>
    [...new Set(errors)].map((exception) => ({ operation, exception })),
  )
