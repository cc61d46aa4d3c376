import type { ResourcesConfig } from 'aws-amplify'

type Cognito = NonNullable<ResourcesConfig['Auth']>['Cognito']

/**
 * The user pool and its app client: what Amplify takes as `Auth.Cognito`, without an identity pool.
 *
 * `passwordFormat` and `userAttributes` are the single source of the password checklist and of the fields
 * that sign-up asks for; Amplify itself reads neither.
 */
export type SignInConfiguration = Extract<Cognito, { userPoolId: string; identityPoolId?: never }>

/** The attributes that sign-up must ask for beside the e-mail address and the password. */
export function requiredAttributes({ userAttributes = {} }: SignInConfiguration): readonly string[] {
  return Object.entries(userAttributes)
    .filter(([key, attribute]) => attribute.required && key !== 'email')
    .map(([key]) => key)
}
