import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolDomain,
  VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { Settings } from './settings.ts'

export interface UsersProps {
  readonly settings: Settings
  /** The host of the site, for passkeys and for the way back from the managed login pages. */
  readonly siteHost: string
}

/** Length is what makes a password strong; the page asks for as many characters, and for nothing else. */
export const passwordMinLength = 12

/** The user pool, and the app client of the page. */
export class Users extends Construct {
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly domain: UserPoolDomain | undefined

  constructor(scope: Construct, id: string, { settings, siteHost }: UsersProps) {
    super(scope, id)
    const { featurePlan, passkeys, disposable } = settings
    this.pool = new UserPool(this, 'Pool', {
      signInAliases: { email: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: true,
      autoVerify: { email: true },
      // Until a new address is verified the old one counts: a typing error locks nobody out of their account.
      keepOriginal: { email: true },
      userVerification: {
        emailStyle: VerificationEmailStyle.CODE,
        emailSubject: '確認コード / Your confirmation code',
        emailBody: '確認コード / Your confirmation code: {####}',
      },
      // What the page asks for at sign-up. It cannot be changed later.
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: true, mutable: true },
      },
      passwordPolicy: {
        minLength: passwordMinLength,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      // Codes by text message cost money and need a role; codes by e-mail need a sender of Amazon SES.
      mfaSecondFactor: { otp: true, sms: false },
      featurePlan: FeaturePlan[featurePlan],
      // The plan alone turns nothing on.
      ...(featurePlan === 'PLUS' && {
        standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      }),
      ...(passkeys && {
        signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
        passkeyRelyingPartyId: siteHost,
      }),
      deletionProtection: !disposable,
      removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    })
    this.domain = domainOf(this, this.pool, settings)
    this.client = this.pool.addClient('Web', {
      generateSecret: false,
      authFlows: { userSrp: true, ...(passkeys && { user: true }) },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.days(30),
      // Each refresh ends the token it was made with. The grace is for an answer that got lost on its way.
      // documented: Lite has no rotation.
      ...(featurePlan !== 'LITE' && { refreshTokenRotationGracePeriod: Duration.seconds(30) }),
      ...(this.domain
        ? {
            oAuth: {
              flows: { authorizationCodeGrant: true },
              scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, OAuthScope.COGNITO_ADMIN],
              callbackUrls: [`https://${siteHost}/`],
              logoutUrls: [`https://${siteHost}/`],
            },
          }
        : { disableOAuth: true }),
    })
    if (this.domain && featurePlan !== 'LITE') {
      // Without a style, the newer pages answer that they are not available.
      new CfnManagedLoginBranding(this, 'Style', {
        userPoolId: this.pool.userPoolId,
        clientId: this.client.userPoolClientId,
        useCognitoProvidedValues: true,
      })
    }
    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions-COG1',
        reason: 'Length before composition, as NIST SP 800-63B asks: 12 characters, and no kinds of them.',
      },
      {
        id: 'AwsSolutions-COG2',
        reason:
          'A second factor is offered to everybody. Whether it is demanded is for the application to decide.',
      },
    )
    if (featurePlan !== 'PLUS') {
      Validations.of(this.pool).acknowledge({
        id: 'AwsSolutions-COG8',
        reason: `Threat protection is on the plan PLUS, by the setting featurePlan; it costs more per user than ${featurePlan}.`,
      })
    }
  }
}

function domainOf(scope: Construct, pool: UserPool, { domainPrefix, featurePlan }: Settings) {
  if (domainPrefix === undefined) return undefined
  return new UserPoolDomain(scope, 'Domain', {
    userPool: pool,
    cognitoDomain: { domainPrefix },
    managedLoginVersion:
      featurePlan === 'LITE'
        ? ManagedLoginVersion.CLASSIC_HOSTED_UI
        : ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  })
}
