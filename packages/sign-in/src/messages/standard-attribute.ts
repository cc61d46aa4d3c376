import type { SignInConfiguration } from '../configuration'

/** The attributes of OpenID Connect that a person can be asked for. */
export type StandardAttribute = Exclude<
  keyof NonNullable<SignInConfiguration['userAttributes']>,
  'sub' | 'email_verified' | 'phone_number_verified' | 'updated_at' | 'email'
>
