import type { ClientMetadataType, UserStatusType } from '../protocol/types.generated.ts'

type Texts = Readonly<Record<string, string>>

/** One question of a custom sign-in, as its triggers are told of it. */
export interface ChallengeResult {
  readonly challengeName: string
  readonly challengeResult: boolean
  /** The name that CreateAuthChallenge gave a question of its own. */
  readonly challengeMetadata?: string
}

/** What every trigger is told of the user. */
export interface AboutUser {
  /** With `cognito:user_status`, where there is a user already. */
  readonly userAttributes: Texts
  /** The ClientMetadata of the request, where its operation hands it on. */
  readonly clientMetadata?: ClientMetadataType
}

/** The same in a sign-in, where there may be no user. */
export interface AboutPerson extends AboutUser {
  /** Present where the client prevents user existence errors; true for nobody. */
  readonly userNotFound?: boolean
}

/** What a token says about groups, or is to say. */
export interface GroupConfiguration {
  groupsToOverride?: readonly string[] | null
  iamRolesToOverride?: readonly string[] | null
  preferredRole?: string | null
}

/** What changes in the claims of a token. In the first version of the event claims are texts. */
export interface ClaimsChange {
  claimsToAddOrOverride?: Readonly<Record<string, unknown>> | null
  claimsToSuppress?: readonly string[] | null
}

/** Why something is sent: the end of a `triggerSource`. */
export type MessageSource =
  | 'SignUp'
  | 'AdminCreateUser'
  | 'ResendCode'
  | 'ForgotPassword'
  | 'UpdateUserAttribute'
  | 'VerifyUserAttribute'
  | 'Authentication'

/** Why tokens are made: the end of a `triggerSource`. */
export type TokenSource =
  | 'Authentication'
  | 'NewPasswordChallenge'
  | 'AuthenticateDevice'
  | 'RefreshTokens'
  | 'HostedAuth'
  | 'ClientCredentials'

interface SenderRequest<Type extends string> extends AboutUser {
  readonly type: Type
  /** The code, or the temporary password, as it is: AWS encrypts it with a key of the pool's owner. */
  readonly code: string
}

/** What each trigger is asked and what it may answer. A trigger is one entry here. */
export interface TriggerTypes {
  /** Refuses a new user, or confirms them without a code. */
  readonly PreSignUp: {
    readonly source: 'PreSignUp_SignUp' | 'PreSignUp_AdminCreateUser' | 'PreSignUp_ExternalProvider'
    readonly request: AboutUser & { readonly validationData: ClientMetadataType | null }
    readonly response: {
      autoConfirmUser?: boolean | null
      autoVerifyEmail?: boolean | null
      autoVerifyPhone?: boolean | null
    }
  }
  /** Told of a new user who is confirmed, and of a password that was set by a code. */
  readonly PostConfirmation: {
    readonly source: 'PostConfirmation_ConfirmSignUp' | 'PostConfirmation_ConfirmForgotPassword'
    readonly request: AboutUser
    readonly response: object
  }
  /** Refuses a sign-in before anything is proved. */
  readonly PreAuthentication: {
    readonly source: 'PreAuthentication_Authentication'
    readonly request: AboutPerson & { readonly validationData: ClientMetadataType | null }
    readonly response: object
  }
  /** Told of a sign-in in which everything is proved. */
  readonly PostAuthentication: {
    readonly source: 'PostAuthentication_Authentication'
    readonly request: AboutUser & { readonly newDeviceUsed: boolean }
    readonly response: object
  }
  /** Changes what tokens say. Which version the event has, the pool's LambdaConfig decides. */
  readonly PreTokenGeneration: {
    readonly source: `TokenGeneration_${TokenSource}`
    readonly request: AboutUser & {
      readonly groupConfiguration: GroupConfiguration
      /** Of the access token; from version 2 on. */
      readonly scopes?: readonly string[]
    }
    readonly response: {
      /** Version 1. */
      claimsOverrideDetails?: (ClaimsChange & { groupOverrideDetails?: GroupConfiguration | null }) | null
      /** Versions 2 and 3. */
      claimsAndScopeOverrideDetails?: {
        idTokenGeneration?: ClaimsChange | null
        accessTokenGeneration?:
          | (ClaimsChange & {
              scopesToAdd?: readonly string[] | null
              scopesToSuppress?: readonly string[] | null
            })
          | null
        groupOverrideDetails?: GroupConfiguration | null
      } | null
    }
  }
  /** Words an e-mail or a text message. */
  readonly CustomMessage: {
    readonly source: `CustomMessage_${MessageSource}`
    readonly request: AboutUser & {
      /** Stands in the message where the code is to be. */
      readonly codeParameter: string
      readonly linkParameter: string
      /** Stands in an invitation where the username is to be. */
      readonly usernameParameter: string | null
    }
    readonly response: {
      smsMessage?: string | null
      emailMessage?: string | null
      emailSubject?: string | null
    }
  }
  /** Sends e-mails in the pool's place. Nobody waits for it. */
  readonly CustomEmailSender: {
    readonly source: `CustomEmailSender_${MessageSource}`
    readonly request: SenderRequest<'customEmailSenderRequestV1'>
    readonly response: object
  }
  /** Sends text messages in the pool's place. Nobody waits for it. */
  readonly CustomSMSSender: {
    readonly source: `CustomSMSSender_${MessageSource}`
    readonly request: SenderRequest<'customSMSSenderRequestV1'>
    readonly response: object
  }
  /** Brings somebody along who is not a user yet. */
  readonly UserMigration: {
    readonly source: 'UserMigration_Authentication' | 'UserMigration_ForgotPassword'
    readonly request: {
      /** As it was typed; null where it was forgotten. */
      readonly password: string | null
      readonly validationData: ClientMetadataType | null
      readonly clientMetadata?: ClientMetadataType
    }
    readonly response: {
      userAttributes?: Texts | null
      finalUserStatus?: UserStatusType | null
      messageAction?: 'RESEND' | 'SUPPRESS' | null
      desiredDeliveryMediums?: readonly ('SMS' | 'EMAIL')[] | null
      forceAliasCreation?: boolean | null
      enableSMSMFA?: boolean | null
    }
  }
  /** Says what comes next in a custom sign-in. */
  readonly DefineAuthChallenge: {
    readonly source: 'DefineAuthChallenge_Authentication'
    readonly request: AboutPerson & { readonly session: readonly ChallengeResult[] }
    readonly response: {
      challengeName?: string | null
      issueTokens?: boolean | null
      failAuthentication?: boolean | null
    }
  }
  /** Makes a question. What is private never leaves the pool. */
  readonly CreateAuthChallenge: {
    readonly source: 'CreateAuthChallenge_Authentication'
    readonly request: AboutPerson & {
      readonly challengeName: string
      readonly session: readonly ChallengeResult[]
    }
    readonly response: {
      publicChallengeParameters?: Record<string, string> | null
      privateChallengeParameters?: Record<string, string> | null
      challengeMetadata?: string | null
    }
  }
  /** Says whether an answer is right. */
  readonly VerifyAuthChallengeResponse: {
    readonly source: 'VerifyAuthChallengeResponse_Authentication'
    readonly request: AboutPerson & {
      readonly privateChallengeParameters: Texts
      readonly challengeAnswer: string
    }
    readonly response: { answerCorrect?: boolean | null }
  }
}

export type TriggerName = keyof TriggerTypes

/** What a Lambda function is given by Cognito, and gives back with `response` filled in. */
export interface TriggerEvent<Name extends TriggerName = TriggerName> {
  /** `'1'`; of PreTokenGeneration also `'2'` and `'3'`. */
  readonly version: string
  readonly region: string
  readonly userPoolId: string
  readonly userName: string
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string }
  readonly triggerSource: TriggerTypes[Name]['source']
  readonly request: TriggerTypes[Name]['request']
  response: TriggerTypes[Name]['response']
}

/** What nobody waits for. */
export type SenderName = 'CustomEmailSender' | 'CustomSMSSender'

/** Functions in the place of a user pool's Lambda triggers, by the trigger's name. */
export type Triggers = {
  readonly [Name in TriggerName]?: (
    event: TriggerEvent<Name>,
  ) => Name extends SenderName ? unknown : TriggerEvent<Name> | Promise<TriggerEvent<Name>>
}

/** What `response` holds before the function writes into it. */
// observed: in events quoted in public issues; custom senders are given none.
export const blankResponses: { readonly [Name in TriggerName]: TriggerTypes[Name]['response'] | undefined } =
  {
    PreSignUp: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    PostConfirmation: {},
    PreAuthentication: {},
    PostAuthentication: {},
    PreTokenGeneration: {},
    CustomMessage: { smsMessage: null, emailMessage: null, emailSubject: null },
    CustomEmailSender: undefined,
    CustomSMSSender: undefined,
    UserMigration: {
      userAttributes: null,
      forceAliasCreation: null,
      enableSMSMFA: null,
      finalUserStatus: null,
      messageAction: null,
      desiredDeliveryMediums: null,
    },
    DefineAuthChallenge: { challengeName: null, issueTokens: null, failAuthentication: null },
    CreateAuthChallenge: {
      publicChallengeParameters: null,
      privateChallengeParameters: null,
      challengeMetadata: null,
    },
    VerifyAuthChallengeResponse: { answerCorrect: null },
  }

export const triggerNames = Object.keys(blankResponses) as readonly TriggerName[]
