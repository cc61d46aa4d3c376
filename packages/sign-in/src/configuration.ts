import type { ResourcesConfig } from 'aws-amplify'
import type { SignInInput } from 'aws-amplify/auth'

type Cognito = NonNullable<ResourcesConfig['Auth']>['Cognito']

/** How a sign-in begins, in Amplify's words. */
export type AuthFlowType = NonNullable<NonNullable<SignInInput['options']>['authFlowType']>

/**
 * The user pool and its app client: what Amplify takes as `Auth.Cognito`, without an identity pool.
 *
 * `passwordFormat`, `userAttributes` and `mfa` are the single source of the password checklist, of the fields that
 * sign-up asks for and of the second factors that the account page offers; Amplify itself reads none of them.
 */
export type SignInConfiguration = Extract<Cognito, { userPoolId: string; identityPoolId?: never }> & {
  /**
   * How a sign-in begins; Amplify takes it with every call. Left out, it is `USER_AUTH` (choose among password, code
   * and passkey) where `passwordless` says that there is something to choose, and `USER_SRP_AUTH` otherwise.
   */
  readonly authFlowType?: AuthFlowType
}

/** How a sign-in begins with this configuration. */
export function authFlowTypeOf({ authFlowType, passwordless }: SignInConfiguration): AuthFlowType {
  return authFlowType ?? (passwordless ? 'USER_AUTH' : 'USER_SRP_AUTH')
}

/** Whether the sign-in form asks for a password; otherwise the pool says, or lets choose, how somebody is verified. */
export function beginsWithPassword(configuration: SignInConfiguration): boolean {
  const flow = authFlowTypeOf(configuration)
  return flow !== 'USER_AUTH' && flow !== 'CUSTOM_WITHOUT_SRP'
}

/** Whether an account can be without a password: its owner then signs in by the codes that are mailed to them. */
export function needsPassword(configuration: SignInConfiguration): boolean {
  return authFlowTypeOf(configuration) !== 'USER_AUTH' || !configuration.passwordless?.emailOtpEnabled
}

/** The attributes that sign-up must ask for beside the e-mail address and the password. */
export function requiredAttributes({ userAttributes = {} }: SignInConfiguration): readonly string[] {
  return Object.entries(userAttributes)
    .filter(([key, attribute]) => attribute.required && key !== 'email')
    .map(([key]) => key)
}
