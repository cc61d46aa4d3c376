import type { ResourcesConfig } from 'aws-amplify'
import type { SignInInput } from 'aws-amplify/auth'
import type { ApiConfiguration } from './session/authorized-fetch'
import type { Keeping } from './session/token-storage'

type Cognito = NonNullable<ResourcesConfig['Auth']>['Cognito']

/** How a sign-in begins, in Amplify's words. */
export type AuthFlowType = NonNullable<NonNullable<SignInInput['options']>['authFlowType']>

/** The domain of the user pool: what Amplify takes as `loginWith.oauth`. Tokens come by an authorization code alone. */
export type OAuthConfiguration = NonNullable<NonNullable<NonNullable<Cognito>['loginWith']>['oauth']>

/**
 * The user pool and its app client: what Amplify takes as `Auth.Cognito`, without an identity pool.
 *
 * `passwordFormat`, `userAttributes` and `mfa` are the single source of the password checklist, of the fields that
 * sign-up asks for and of the second factors that the account page offers; Amplify itself reads none of them.
 *
 * With `loginWith.oauth` the sign-in form also leads to the hosted page of the user pool, and to each of its
 * `providers`. `redirectSignIn` and `redirectSignOut` may be empty: then they are the address of the page, up to and
 * with its last slash.
 */
export type SignInConfiguration = Extract<Cognito, { userPoolId: string; identityPoolId?: never }> & {
  /**
   * How a sign-in begins; Amplify takes it with every call. Left out, it is `USER_AUTH` (choose among password, code
   * and passkey) where `passwordless` says that there is something to choose, and `USER_SRP_AUTH` otherwise.
   */
  readonly authFlowType?: AuthFlowType
  /** How long a sign-in lasts on this device. */
  readonly session?: SessionConfiguration
  /** The API of the application, for `authorizedFetch`. */
  readonly api?: ApiConfiguration
}

/** How long a sign-in lasts on this device. */
export interface SessionConfiguration {
  /**
   * Where the tokens are kept: in the `browser` (until signing out), in the `tab` (until it is closed) or in `memory`
   * (until the page is left or loaded again). Default: `ask`, a box on the sign-in form, ticked for the browser.
   */
  readonly keep?: Keeping | 'ask'
  /** Signs out whoever has done nothing for so many minutes. Default: 15 where the browser does not keep the tokens. */
  readonly idleMinutes?: number
}

/** Where the session of the next sign-in is kept, unless the person says otherwise. */
export function keepingOf({ session = {} }: SignInConfiguration, remembered: string | undefined): Keeping {
  const { keep = 'ask' } = session
  if (keep !== 'ask') return keep
  return remembered === 'tab' ? 'tab' : 'browser'
}

/** After how many minutes of doing nothing somebody is signed out; undefined where never. */
export function idleMinutesOf({ session = {} }: SignInConfiguration, keeping: Keeping): number | undefined {
  return session.idleMinutes ?? (keeping === 'browser' ? undefined : 15)
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
