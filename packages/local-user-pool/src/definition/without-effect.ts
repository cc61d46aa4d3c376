import { isRecord } from '../core/record.ts'
import type { Differences } from './differences.ts'

/** Half a sentence, or what to say of a value; undefined where there is nothing to say. */
type Remark = string | ((value: unknown) => string | undefined)

const texts = 'is stored; the inbox shows codes without the text around them'
const sending = 'has no effect locally: nothing is sent, everything is in the inbox'

/** What the local pool stores and answers, but does not act upon. Whoever makes it act removes the line. */
export const withoutEffect: Readonly<Record<string, Readonly<Record<string, Remark>>>> = {
  'AWS::Cognito::UserPool': {
    'AdminCreateUserConfig.InviteMessageTemplate': texts,
    'AdminCreateUserConfig.UnusedAccountValidityDays':
      'is stored; Policies.PasswordPolicy.TemporaryPasswordValidityDays is what counts',
    EmailAuthenticationMessage: texts,
    EmailAuthenticationSubject: texts,
    EmailConfiguration: sending,
    EmailVerificationMessage: texts,
    EmailVerificationSubject: texts,
    IssuerConfiguration: 'is stored; tokens name the address of the local user pool',
    KeyConfiguration: 'is stored; nothing here is encrypted with it',
    SmsAuthenticationMessage: texts,
    SmsConfiguration: sending,
    SmsVerificationMessage: texts,
    UserPoolAddOns: 'is stored; there is no threat protection locally',
    UserPoolTier: 'is stored; no feature depends on it',
    'VerificationMessageTemplate.DefaultEmailOption': (option) =>
      option === 'CONFIRM_WITH_LINK' ? 'is stored; addresses are verified by codes alone' : undefined,
    'VerificationMessageTemplate.EmailMessage': texts,
    'VerificationMessageTemplate.EmailMessageByLink': texts,
    'VerificationMessageTemplate.EmailSubject': texts,
    'VerificationMessageTemplate.EmailSubjectByLink': texts,
    'VerificationMessageTemplate.SmsMessage': texts,
  },
  'AWS::Cognito::UserPoolClient': {
    AnalyticsConfiguration: 'has no effect locally',
    DefaultRedirectURI: 'is stored; a request has to name its redirect_uri',
    EnablePropagateAdditionalUserContextData: 'has no effect locally',
  },
  'AWS::Cognito::UserPoolIdentityProvider': {
    ProviderType: (type) =>
      type === 'OIDC' ? undefined : 'is not asked: a page of the local user pool stands in for it',
  },
  'AWS::Cognito::UserPoolUser': {
    ForceAliasCreation: 'has no effect locally',
  },
}

/** Tells what of a resource's properties has no effect. */
export function tellWithoutEffect(
  type: string,
  logicalId: string,
  properties: Readonly<Record<string, unknown>>,
  differences: Differences,
): void {
  for (const [way, remark] of Object.entries(withoutEffect[type] ?? {})) {
    const value = way
      .split('.')
      .reduce<unknown>((outer, name) => (isRecord(outer) ? outer[name] : undefined), properties)
    if (value === undefined) continue
    const said = typeof remark === 'string' ? remark : remark(value)
    if (said !== undefined) differences.add(`${logicalId}.${way}`, said)
  }
}

/** Tells which Lambda triggers no function here stands in for. */
export function tellTriggers(
  logicalId: string,
  config: unknown,
  functions: ReadonlySet<string>,
  differences: Differences,
): void {
  for (const setting of Object.keys(isRecord(config) ? config : {})) {
    const trigger = setting === 'PreTokenGenerationConfig' ? 'PreTokenGeneration' : setting
    if (functions.has(trigger)) continue
    differences.add(
      `${logicalId}.LambdaConfig.${setting}`,
      trigger === 'KMSKeyID' ? 'has no effect locally' : 'is stored; no function runs for it here',
    )
  }
}
