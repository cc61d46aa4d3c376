// Generated from model.json by `npm run generate`. Do not edit.

export type AWSAccountIdType = string

export type AccessTokenValidityType = number

export interface AccountRecoverySettingType {
  RecoveryMechanisms?: RecoveryMechanismsType | undefined
}

export type AccountTakeoverActionNotifyType = boolean

export interface AccountTakeoverActionType {
  Notify: AccountTakeoverActionNotifyType
  EventAction: AccountTakeoverEventActionType
}

export interface AccountTakeoverActionsType {
  LowAction?: AccountTakeoverActionType | undefined
  MediumAction?: AccountTakeoverActionType | undefined
  HighAction?: AccountTakeoverActionType | undefined
}

export type AccountTakeoverEventActionType = 'BLOCK' | 'MFA_IF_CONFIGURED' | 'MFA_REQUIRED' | 'NO_ACTION'

export interface AccountTakeoverRiskConfigurationType {
  NotifyConfiguration?: NotifyConfigurationType | undefined
  Actions: AccountTakeoverActionsType
}

export interface AddCustomAttributesRequest {
  UserPoolId: UserPoolIdType
  CustomAttributes: CustomAttributesListType
}

export interface AddCustomAttributesResponse {
}

export interface AddUserPoolClientSecretRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  ClientSecret?: ClientSecretType | undefined
}

export interface AddUserPoolClientSecretResponse {
  ClientSecretDescriptor?: ClientSecretDescriptorType | undefined
}

export interface AdminAddUserToGroupRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  GroupName: GroupNameType
}

export interface AdminConfirmSignUpRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  ClientMetadata?: ClientMetadataType | undefined
}

export interface AdminConfirmSignUpResponse {
}

export interface AdminCreateUserConfigType {
  AllowAdminCreateUserOnly?: BooleanType | undefined
  UnusedAccountValidityDays?: AdminCreateUserUnusedAccountValidityDaysType | undefined
  InviteMessageTemplate?: MessageTemplateType | undefined
}

export interface AdminCreateUserRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  UserAttributes?: AttributeListType | undefined
  ValidationData?: AttributeListType | undefined
  TemporaryPassword?: PasswordType | undefined
  ForceAliasCreation?: ForceAliasCreation | undefined
  MessageAction?: MessageActionType | undefined
  DesiredDeliveryMediums?: DeliveryMediumListType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface AdminCreateUserResponse {
  User?: UserType | undefined
}

export type AdminCreateUserUnusedAccountValidityDaysType = number

export interface AdminDeleteSoftwareTokenRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
}

export interface AdminDeleteSoftwareTokenResponse {
}

export interface AdminDeleteUserAttributesRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  UserAttributeNames: AttributeNameListType
}

export interface AdminDeleteUserAttributesResponse {
}

export interface AdminDeleteUserRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
}

export interface AdminDisableProviderForUserRequest {
  UserPoolId: StringType
  User: ProviderUserIdentifierType
}

export interface AdminDisableProviderForUserResponse {
}

export interface AdminDisableUserRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
}

export interface AdminDisableUserResponse {
}

export interface AdminEnableUserRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
}

export interface AdminEnableUserResponse {
}

export interface AdminForgetDeviceRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  DeviceKey: DeviceKeyType
}

export interface AdminGetDeviceRequest {
  DeviceKey: DeviceKeyType
  UserPoolId: UserPoolIdType
  Username: UsernameType
}

export interface AdminGetDeviceResponse {
  Device: DeviceType
}

export interface AdminGetUserAuthFactorsRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
}

export interface AdminGetUserAuthFactorsResponse {
  Username: UsernameType
  PreferredMfaSetting?: StringType | undefined
  UserMFASettingList?: UserMFASettingListType | undefined
  ConfiguredUserAuthFactors?: ConfiguredUserAuthFactorsListType | undefined
}

export interface AdminGetUserRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
}

export interface AdminGetUserResponse {
  Username: UsernameType
  UserAttributes?: AttributeListType | undefined
  UserCreateDate?: DateType | undefined
  UserLastModifiedDate?: DateType | undefined
  Enabled?: BooleanType | undefined
  UserStatus?: UserStatusType | undefined
  MFAOptions?: MFAOptionListType | undefined
  PreferredMfaSetting?: StringType | undefined
  UserMFASettingList?: UserMFASettingListType | undefined
}

export interface AdminInitiateAuthRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  AuthFlow: AuthFlowType
  AuthParameters?: AuthParametersType | undefined
  ClientMetadata?: ClientMetadataType | undefined
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  ContextData?: ContextDataType | undefined
  Session?: SessionType | undefined
}

export interface AdminInitiateAuthResponse {
  ChallengeName?: ChallengeNameType | undefined
  Session?: SessionType | undefined
  ChallengeParameters?: ChallengeParametersType | undefined
  AuthenticationResult?: AuthenticationResultType | undefined
  AvailableChallenges?: AvailableChallengeListType | undefined
}

export interface AdminLinkProviderForUserRequest {
  UserPoolId: StringType
  DestinationUser: ProviderUserIdentifierType
  SourceUser: ProviderUserIdentifierType
}

export interface AdminLinkProviderForUserResponse {
}

export interface AdminListDevicesRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  Limit?: QueryLimitType | undefined
  PaginationToken?: SearchPaginationTokenType | undefined
}

export interface AdminListDevicesResponse {
  Devices?: DeviceListType | undefined
  PaginationToken?: SearchPaginationTokenType | undefined
}

export interface AdminListGroupsForUserRequest {
  Username: UsernameType
  UserPoolId: UserPoolIdType
  Limit?: QueryLimitType | undefined
  NextToken?: PaginationKey | undefined
}

export interface AdminListGroupsForUserResponse {
  Groups?: GroupListType | undefined
  NextToken?: PaginationKey | undefined
}

export interface AdminListUserAuthEventsRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  MaxResults?: QueryLimitType | undefined
  NextToken?: PaginationKey | undefined
}

export interface AdminListUserAuthEventsResponse {
  AuthEvents?: AuthEventsType | undefined
  NextToken?: PaginationKey | undefined
}

export interface AdminRemoveUserFromGroupRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  GroupName: GroupNameType
}

export interface AdminResetUserPasswordRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  ClientMetadata?: ClientMetadataType | undefined
}

export interface AdminResetUserPasswordResponse {
}

export interface AdminRespondToAuthChallengeRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  ChallengeName: ChallengeNameType
  ChallengeResponses?: ChallengeResponsesType | undefined
  Session?: SessionType | undefined
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  ContextData?: ContextDataType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface AdminRespondToAuthChallengeResponse {
  ChallengeName?: ChallengeNameType | undefined
  Session?: SessionType | undefined
  ChallengeParameters?: ChallengeParametersType | undefined
  AuthenticationResult?: AuthenticationResultType | undefined
}

export interface AdminSetUserMFAPreferenceRequest {
  SMSMfaSettings?: SMSMfaSettingsType | undefined
  SoftwareTokenMfaSettings?: SoftwareTokenMfaSettingsType | undefined
  EmailMfaSettings?: EmailMfaSettingsType | undefined
  WebAuthnMfaSettings?: WebAuthnMfaSettingsType | undefined
  Username: UsernameType
  UserPoolId: UserPoolIdType
}

export interface AdminSetUserMFAPreferenceResponse {
}

export interface AdminSetUserPasswordRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  Password: PasswordType
  Permanent?: BooleanType | undefined
}

export interface AdminSetUserPasswordResponse {
}

export interface AdminSetUserSettingsRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  MFAOptions: MFAOptionListType
}

export interface AdminSetUserSettingsResponse {
}

export interface AdminUpdateAuthEventFeedbackRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  EventId: EventIdType
  FeedbackValue: FeedbackValueType
}

export interface AdminUpdateAuthEventFeedbackResponse {
}

export interface AdminUpdateDeviceStatusRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  DeviceKey: DeviceKeyType
  DeviceRememberedStatus?: DeviceRememberedStatusType | undefined
}

export interface AdminUpdateDeviceStatusResponse {
}

export interface AdminUpdateUserAttributesRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  UserAttributes: AttributeListType
  ClientMetadata?: ClientMetadataType | undefined
}

export interface AdminUpdateUserAttributesResponse {
}

export interface AdminUserGlobalSignOutRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
}

export interface AdminUserGlobalSignOutResponse {
}

export interface AdvancedSecurityAdditionalFlowsType {
  CustomAuthMode?: AdvancedSecurityEnabledModeType | undefined
}

export type AdvancedSecurityEnabledModeType = 'AUDIT' | 'ENFORCED'

export type AdvancedSecurityModeType = 'OFF' | 'AUDIT' | 'ENFORCED'

export type AliasAttributeType = 'phone_number' | 'email' | 'preferred_username'

export type AliasAttributesListType = AliasAttributeType[]

export type AllowedFirstAuthFactorsListType = AuthFactorType[]

export interface AnalyticsConfigurationType {
  ApplicationId?: HexStringType | undefined
  ApplicationArn?: ArnType | undefined
  RoleArn?: ArnType | undefined
  ExternalId?: StringType | undefined
  UserDataShared?: BooleanType | undefined
}

export interface AnalyticsMetadataType {
  AnalyticsEndpointId?: StringType | undefined
}

export type ArnType = string

export type AssetBytesType = string

export type AssetCategoryType = 'FAVICON_ICO' | 'FAVICON_SVG' | 'EMAIL_GRAPHIC' | 'SMS_GRAPHIC' | 'AUTH_APP_GRAPHIC' | 'PASSWORD_GRAPHIC' | 'PASSKEY_GRAPHIC' | 'PAGE_HEADER_LOGO' | 'PAGE_HEADER_BACKGROUND' | 'PAGE_FOOTER_LOGO' | 'PAGE_FOOTER_BACKGROUND' | 'PAGE_BACKGROUND' | 'FORM_BACKGROUND' | 'FORM_LOGO' | 'IDP_BUTTON_ICON'

export type AssetExtensionType = 'ICO' | 'JPEG' | 'PNG' | 'SVG' | 'WEBP'

export type AssetListType = AssetType[]

export interface AssetType {
  Category: AssetCategoryType
  ColorMode: ColorSchemeModeType
  Extension: AssetExtensionType
  Bytes?: AssetBytesType | undefined
  ResourceId?: ResourceIdType | undefined
}

export interface AssociateSoftwareTokenRequest {
  AccessToken?: TokenModelType | undefined
  Session?: SessionType | undefined
}

export interface AssociateSoftwareTokenResponse {
  SecretCode?: SecretCodeType | undefined
  Session?: SessionType | undefined
}

export type AttributeDataType = 'String' | 'Number' | 'DateTime' | 'Boolean'

export type AttributeListType = AttributeType[]

export type AttributeMappingKeyType = string

export type AttributeMappingType = Partial<Record<AttributeMappingKeyType, StringType>>

export type AttributeNameListType = AttributeNameType[]

export type AttributeNameType = string

export interface AttributeType {
  Name: AttributeNameType
  Value?: AttributeValueType | undefined
}

export type AttributeValueType = string

export type AttributesRequireVerificationBeforeUpdateType = VerifiedAttributeType[]

export interface AuthEventType {
  EventId?: StringType | undefined
  EventType?: EventType | undefined
  CreationDate?: DateType | undefined
  EventResponse?: EventResponseType | undefined
  EventRisk?: EventRiskType | undefined
  ChallengeResponses?: ChallengeResponseListType | undefined
  EventContextData?: EventContextDataType | undefined
  EventFeedback?: EventFeedbackType | undefined
}

export type AuthEventsType = AuthEventType[]

export type AuthFactorType = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN' | 'SOFTWARE_TOKEN'

export type AuthFlowType = 'USER_SRP_AUTH' | 'REFRESH_TOKEN_AUTH' | 'REFRESH_TOKEN' | 'CUSTOM_AUTH' | 'ADMIN_NO_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'ADMIN_USER_PASSWORD_AUTH' | 'USER_AUTH'

export type AuthParametersType = Partial<Record<StringType, StringType>>

export type AuthSessionValidityType = number

export interface AuthenticationResultType {
  AccessToken?: TokenModelType | undefined
  ExpiresIn?: IntegerType | undefined
  TokenType?: StringType | undefined
  RefreshToken?: TokenModelType | undefined
  IdToken?: TokenModelType | undefined
  NewDeviceMetadata?: NewDeviceMetadataType | undefined
}

export type AvailableChallengeListType = ChallengeNameType[]

export type BlockedIPRangeListType = StringType[]

export type BooleanType = boolean

export type CSSType = string

export type CSSVersionType = string

export type CallbackURLsListType = RedirectUrlType[]

export type ChallengeName = 'Password' | 'Mfa'

export type ChallengeNameType = 'SMS_MFA' | 'EMAIL_OTP' | 'SOFTWARE_TOKEN_MFA' | 'SELECT_MFA_TYPE' | 'MFA_SETUP' | 'PASSWORD_VERIFIER' | 'CUSTOM_CHALLENGE' | 'SELECT_CHALLENGE' | 'DEVICE_SRP_AUTH' | 'DEVICE_PASSWORD_VERIFIER' | 'ADMIN_NO_SRP_AUTH' | 'NEW_PASSWORD_REQUIRED' | 'SMS_OTP' | 'PASSWORD' | 'WEB_AUTHN' | 'PASSWORD_SRP'

export type ChallengeParametersType = Partial<Record<StringType, StringType>>

export type ChallengeResponse = 'Success' | 'Failure'

export type ChallengeResponseListType = ChallengeResponseType[]

export interface ChallengeResponseType {
  ChallengeName?: ChallengeName | undefined
  ChallengeResponse?: ChallengeResponse | undefined
}

export type ChallengeResponsesType = Partial<Record<StringType, StringType>>

export interface ChangePasswordRequest {
  PreviousPassword?: PasswordType | undefined
  ProposedPassword: PasswordType
  AccessToken: TokenModelType
}

export interface ChangePasswordResponse {
}

export interface ClientAuthenticationResultType {
  AccessToken?: TokenModelType | undefined
  ExpiresIn?: IntegerType | undefined
  TokenType?: StringType | undefined
}

export type ClientIdType = string

export type ClientMetadataType = Partial<Record<StringType, StringType>>

export type ClientNameType = string

export type ClientPermissionListType = ClientPermissionType[]

export type ClientPermissionType = string

export type ClientSecretDescriptorListType = ClientSecretDescriptorType[]

export interface ClientSecretDescriptorType {
  ClientSecretId?: ClientSecretIdType | undefined
  ClientSecretValue?: ClientSecretType | undefined
  ClientSecretCreateDate?: DateType | undefined
}

export type ClientSecretIdType = string

export type ClientSecretType = string

export interface CloudWatchLogsConfigurationType {
  LogGroupArn?: ArnType | undefined
}

export type CodeDeliveryDetailsListType = CodeDeliveryDetailsType[]

export interface CodeDeliveryDetailsType {
  Destination?: StringType | undefined
  DeliveryMedium?: DeliveryMediumType | undefined
  AttributeName?: AttributeNameType | undefined
}

export type ColorSchemeModeType = 'LIGHT' | 'DARK' | 'DYNAMIC'

export interface CompleteWebAuthnRegistrationRequest {
  AccessToken: TokenModelType
  Credential: Document
}

export interface CompleteWebAuthnRegistrationResponse {
}

export type CompletionMessageType = string

export interface CompromisedCredentialsActionsType {
  EventAction: CompromisedCredentialsEventActionType
}

export type CompromisedCredentialsEventActionType = 'BLOCK' | 'NO_ACTION'

export interface CompromisedCredentialsRiskConfigurationType {
  EventFilter?: EventFiltersType | undefined
  Actions: CompromisedCredentialsActionsType
}

export type ConfiguredUserAuthFactorsListType = AuthFactorType[]

export interface ConfirmDeviceRequest {
  AccessToken: TokenModelType
  DeviceKey: DeviceKeyType
  DeviceSecretVerifierConfig?: DeviceSecretVerifierConfigType | undefined
  DeviceName?: DeviceNameType | undefined
}

export interface ConfirmDeviceResponse {
  UserConfirmationNecessary?: BooleanType | undefined
}

export interface ConfirmForgotPasswordRequest {
  ClientId: ClientIdType
  SecretHash?: SecretHashType | undefined
  Username: UsernameType
  ConfirmationCode: ConfirmationCodeType
  Password: PasswordType
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  UserContextData?: UserContextDataType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface ConfirmForgotPasswordResponse {
}

export interface ConfirmSignUpRequest {
  ClientId: ClientIdType
  SecretHash?: SecretHashType | undefined
  Username: UsernameType
  ConfirmationCode: ConfirmationCodeType
  ForceAliasCreation?: ForceAliasCreation | undefined
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  UserContextData?: UserContextDataType | undefined
  ClientMetadata?: ClientMetadataType | undefined
  Session?: SessionType | undefined
}

export interface ConfirmSignUpResponse {
  Session?: SessionType | undefined
}

export type ConfirmationCodeType = string

export interface ContextDataType {
  IpAddress: StringType
  ServerName: StringType
  ServerPath: StringType
  HttpHeaders: HttpHeaderList
  EncodedData?: StringType | undefined
}

export interface CreateGroupRequest {
  GroupName: GroupNameType
  UserPoolId: UserPoolIdType
  Description?: DescriptionType | undefined
  RoleArn?: ArnType | undefined
  Precedence?: PrecedenceType | undefined
}

export interface CreateGroupResponse {
  Group?: GroupType | undefined
}

export interface CreateIdentityProviderRequest {
  UserPoolId: UserPoolIdType
  ProviderName: ProviderNameTypeV2
  ProviderType: IdentityProviderTypeType
  ProviderDetails: ProviderDetailsType
  AttributeMapping?: AttributeMappingType | undefined
  IdpIdentifiers?: IdpIdentifiersListType | undefined
}

export interface CreateIdentityProviderResponse {
  IdentityProvider: IdentityProviderType
}

export interface CreateManagedLoginBrandingRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  UseCognitoProvidedValues?: BooleanType | undefined
  Settings?: Document | undefined
  Assets?: AssetListType | undefined
}

export interface CreateManagedLoginBrandingResponse {
  ManagedLoginBranding?: ManagedLoginBrandingType | undefined
}

export interface CreateResourceServerRequest {
  UserPoolId: UserPoolIdType
  Identifier: ResourceServerIdentifierType
  Name: ResourceServerNameType
  Scopes?: ResourceServerScopeListType | undefined
}

export interface CreateResourceServerResponse {
  ResourceServer: ResourceServerType
}

export interface CreateTermsRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  TermsName: TermsNameType
  TermsSource: TermsSourceType
  Enforcement: TermsEnforcementType
  Links?: LinksType | undefined
}

export interface CreateTermsResponse {
  Terms?: TermsType | undefined
}

export interface CreateUserImportJobRequest {
  JobName: UserImportJobNameType
  UserPoolId: UserPoolIdType
  CloudWatchLogsRoleArn: ArnType
  PasswordHashingAlgorithm?: PasswordHashingAlgorithmType | undefined
}

export interface CreateUserImportJobResponse {
  UserImportJob?: UserImportJobType | undefined
}

export interface CreateUserPoolClientRequest {
  UserPoolId: UserPoolIdType
  ClientName: ClientNameType
  GenerateSecret?: GenerateSecret | undefined
  ClientSecret?: ClientSecretType | undefined
  RefreshTokenValidity?: RefreshTokenValidityType | undefined
  AccessTokenValidity?: AccessTokenValidityType | undefined
  IdTokenValidity?: IdTokenValidityType | undefined
  TokenValidityUnits?: TokenValidityUnitsType | undefined
  ReadAttributes?: ClientPermissionListType | undefined
  WriteAttributes?: ClientPermissionListType | undefined
  ExplicitAuthFlows?: ExplicitAuthFlowsListType | undefined
  SupportedIdentityProviders?: SupportedIdentityProvidersListType | undefined
  CallbackURLs?: CallbackURLsListType | undefined
  LogoutURLs?: LogoutURLsListType | undefined
  DefaultRedirectURI?: RedirectUrlType | undefined
  AllowedOAuthFlows?: OAuthFlowsType | undefined
  AllowedOAuthScopes?: ScopeListType | undefined
  AllowedOAuthFlowsUserPoolClient?: BooleanType | undefined
  AnalyticsConfiguration?: AnalyticsConfigurationType | undefined
  PreventUserExistenceErrors?: PreventUserExistenceErrorTypes | undefined
  EnableTokenRevocation?: WrappedBooleanType | undefined
  EnablePropagateAdditionalUserContextData?: WrappedBooleanType | undefined
  AuthSessionValidity?: AuthSessionValidityType | undefined
  RefreshTokenRotation?: RefreshTokenRotationType | undefined
}

export interface CreateUserPoolClientResponse {
  UserPoolClient?: UserPoolClientType | undefined
}

export interface CreateUserPoolDomainRequest {
  Domain: DomainType
  UserPoolId: UserPoolIdType
  ManagedLoginVersion?: WrappedIntegerType | undefined
  CustomDomainConfig?: CustomDomainConfigType | undefined
  Routing?: RoutingType | undefined
}

export interface CreateUserPoolDomainResponse {
  ManagedLoginVersion?: WrappedIntegerType | undefined
  CloudFrontDomain?: DomainType | undefined
  Routing?: RoutingType | undefined
}

export interface CreateUserPoolReplicaRequest {
  UserPoolId: UserPoolIdType
  RegionName: RegionNameType
  UserPoolTags?: UserPoolTagsType | undefined
}

export interface CreateUserPoolReplicaResponse {
  UserPoolReplica?: UserPoolReplicaType | undefined
}

export interface CreateUserPoolRequest {
  PoolName: UserPoolNameType
  Policies?: UserPoolPolicyType | undefined
  DeletionProtection?: DeletionProtectionType | undefined
  LambdaConfig?: LambdaConfigType | undefined
  AutoVerifiedAttributes?: VerifiedAttributesListType | undefined
  AliasAttributes?: AliasAttributesListType | undefined
  UsernameAttributes?: UsernameAttributesListType | undefined
  SmsVerificationMessage?: SmsVerificationMessageType | undefined
  EmailVerificationMessage?: EmailVerificationMessageType | undefined
  EmailVerificationSubject?: EmailVerificationSubjectType | undefined
  VerificationMessageTemplate?: VerificationMessageTemplateType | undefined
  SmsAuthenticationMessage?: SmsVerificationMessageType | undefined
  MfaConfiguration?: UserPoolMfaType | undefined
  UserAttributeUpdateSettings?: UserAttributeUpdateSettingsType | undefined
  DeviceConfiguration?: DeviceConfigurationType | undefined
  EmailConfiguration?: EmailConfigurationType | undefined
  SmsConfiguration?: SmsConfigurationType | undefined
  UserPoolTags?: UserPoolTagsType | undefined
  AdminCreateUserConfig?: AdminCreateUserConfigType | undefined
  Schema?: SchemaAttributesListType | undefined
  UserPoolAddOns?: UserPoolAddOnsType | undefined
  UsernameConfiguration?: UsernameConfigurationType | undefined
  AccountRecoverySetting?: AccountRecoverySettingType | undefined
  UserPoolTier?: UserPoolTierType | undefined
  KeyConfiguration?: KeyConfigurationType | undefined
  IssuerConfiguration?: IssuerConfigurationType | undefined
}

export interface CreateUserPoolResponse {
  UserPool?: UserPoolType | undefined
}

export type CustomAttributeNameType = string

export type CustomAttributesListType = SchemaAttributeType[]

export interface CustomDomainConfigType {
  CertificateArn: ArnType
  SecurityPolicy?: SecurityPolicyType | undefined
}

export interface CustomEmailLambdaVersionConfigType {
  LambdaVersion: CustomEmailSenderLambdaVersionType
  LambdaArn: ArnType
}

export type CustomEmailSenderLambdaVersionType = 'V1_0'

export interface CustomSMSLambdaVersionConfigType {
  LambdaVersion: CustomSMSSenderLambdaVersionType
  LambdaArn: ArnType
}

export type CustomSMSSenderLambdaVersionType = 'V1_0'

export type DateType = number

export type DefaultEmailOptionType = 'CONFIRM_WITH_LINK' | 'CONFIRM_WITH_CODE'

export interface DeleteGroupRequest {
  GroupName: GroupNameType
  UserPoolId: UserPoolIdType
}

export interface DeleteIdentityProviderRequest {
  UserPoolId: UserPoolIdType
  ProviderName: ProviderNameType
}

export interface DeleteManagedLoginBrandingRequest {
  ManagedLoginBrandingId: ManagedLoginBrandingIdType
  UserPoolId: UserPoolIdType
}

export interface DeleteResourceServerRequest {
  UserPoolId: UserPoolIdType
  Identifier: ResourceServerIdentifierType
}

export interface DeleteTermsRequest {
  TermsId: TermsIdType
  UserPoolId: UserPoolIdType
}

export interface DeleteUserAttributesRequest {
  UserAttributeNames: AttributeNameListType
  AccessToken: TokenModelType
}

export interface DeleteUserAttributesResponse {
}

export interface DeleteUserPoolClientRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
}

export interface DeleteUserPoolClientSecretRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  ClientSecretId: ClientSecretIdType
}

export interface DeleteUserPoolClientSecretResponse {
}

export interface DeleteUserPoolDomainRequest {
  Domain: DomainType
  UserPoolId: UserPoolIdType
}

export interface DeleteUserPoolDomainResponse {
}

export interface DeleteUserPoolReplicaRequest {
  UserPoolId: UserPoolIdType
  RegionName: RegionNameType
}

export interface DeleteUserPoolReplicaResponse {
  UserPoolReplica?: UserPoolReplicaType | undefined
}

export interface DeleteUserPoolRequest {
  UserPoolId: UserPoolIdType
}

export interface DeleteUserRequest {
  AccessToken: TokenModelType
}

export interface DeleteWebAuthnCredentialRequest {
  AccessToken: TokenModelType
  CredentialId: StringType
}

export interface DeleteWebAuthnCredentialResponse {
}

export type DeletionProtectionType = 'ACTIVE' | 'INACTIVE'

export type DeliveryMediumListType = DeliveryMediumType[]

export type DeliveryMediumType = 'SMS' | 'EMAIL'

export interface DescribeIdentityProviderRequest {
  UserPoolId: UserPoolIdType
  ProviderName: ProviderNameType
}

export interface DescribeIdentityProviderResponse {
  IdentityProvider: IdentityProviderType
}

export interface DescribeManagedLoginBrandingByClientRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  ReturnMergedResources?: BooleanType | undefined
}

export interface DescribeManagedLoginBrandingByClientResponse {
  ManagedLoginBranding?: ManagedLoginBrandingType | undefined
}

export interface DescribeManagedLoginBrandingRequest {
  UserPoolId: UserPoolIdType
  ManagedLoginBrandingId: ManagedLoginBrandingIdType
  ReturnMergedResources?: BooleanType | undefined
}

export interface DescribeManagedLoginBrandingResponse {
  ManagedLoginBranding?: ManagedLoginBrandingType | undefined
}

export interface DescribeResourceServerRequest {
  UserPoolId: UserPoolIdType
  Identifier: ResourceServerIdentifierType
}

export interface DescribeResourceServerResponse {
  ResourceServer: ResourceServerType
}

export interface DescribeRiskConfigurationRequest {
  UserPoolId: UserPoolIdType
  ClientId?: ClientIdType | undefined
}

export interface DescribeRiskConfigurationResponse {
  RiskConfiguration: RiskConfigurationType
}

export interface DescribeTermsByClientRequest {
  ClientId: ClientIdType
  UserPoolId: UserPoolIdType
  TermsName: TermsNameType
}

export interface DescribeTermsByClientResponse {
  Terms?: TermsType | undefined
}

export interface DescribeTermsRequest {
  TermsId: TermsIdType
  UserPoolId: UserPoolIdType
}

export interface DescribeTermsResponse {
  Terms?: TermsType | undefined
}

export interface DescribeUserImportJobRequest {
  UserPoolId: UserPoolIdType
  JobId: UserImportJobIdType
}

export interface DescribeUserImportJobResponse {
  UserImportJob?: UserImportJobType | undefined
}

export interface DescribeUserPoolClientRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
}

export interface DescribeUserPoolClientResponse {
  UserPoolClient?: UserPoolClientType | undefined
}

export interface DescribeUserPoolDomainRequest {
  Domain: DomainType
}

export interface DescribeUserPoolDomainResponse {
  DomainDescription?: DomainDescriptionType | undefined
}

export interface DescribeUserPoolRequest {
  UserPoolId: UserPoolIdType
}

export interface DescribeUserPoolResponse {
  UserPool?: UserPoolType | undefined
}

export type DescriptionType = string

export interface DeviceConfigurationType {
  ChallengeRequiredOnNewDevice?: BooleanType | undefined
  DeviceOnlyRememberedOnUserPrompt?: BooleanType | undefined
}

export type DeviceKeyType = string

export type DeviceListType = DeviceType[]

export type DeviceNameType = string

export type DeviceRememberedStatusType = 'remembered' | 'not_remembered'

export interface DeviceSecretVerifierConfigType {
  PasswordVerifier?: StringType | undefined
  Salt?: StringType | undefined
}

export interface DeviceType {
  DeviceKey?: DeviceKeyType | undefined
  DeviceAttributes?: AttributeListType | undefined
  DeviceCreateDate?: DateType | undefined
  DeviceLastModifiedDate?: DateType | undefined
  DeviceLastAuthenticatedDate?: DateType | undefined
}

export type Document = unknown

export interface DomainDescriptionType {
  UserPoolId?: UserPoolIdType | undefined
  AWSAccountId?: AWSAccountIdType | undefined
  Domain?: DomainType | undefined
  S3Bucket?: S3BucketType | undefined
  CloudFrontDistribution?: StringType | undefined
  Version?: DomainVersionType | undefined
  Status?: DomainStatusType | undefined
  CustomDomainConfig?: CustomDomainConfigType | undefined
  ManagedLoginVersion?: WrappedIntegerType | undefined
  Routing?: RoutingType | undefined
}

export type DomainStatusType = 'CREATING' | 'DELETING' | 'UPDATING' | 'ACTIVE' | 'FAILED'

export type DomainType = string

export type DomainVersionType = string

export type EmailAddressType = string

export interface EmailConfigurationType {
  SourceArn?: ArnType | undefined
  ReplyToEmailAddress?: EmailAddressType | undefined
  EmailSendingAccount?: EmailSendingAccountType | undefined
  From?: StringType | undefined
  ConfigurationSet?: SESConfigurationSet | undefined
}

export type EmailInviteMessageType = string

export interface EmailMfaConfigType {
  Message?: EmailMfaMessageType | undefined
  Subject?: EmailMfaSubjectType | undefined
}

export type EmailMfaMessageType = string

export interface EmailMfaSettingsType {
  Enabled?: BooleanType | undefined
  PreferredMfa?: BooleanType | undefined
}

export type EmailMfaSubjectType = string

export type EmailNotificationBodyType = string

export type EmailNotificationSubjectType = string

export type EmailSendingAccountType = 'COGNITO_DEFAULT' | 'DEVELOPER'

export type EmailVerificationMessageByLinkType = string

export type EmailVerificationMessageType = string

export type EmailVerificationSubjectByLinkType = string

export type EmailVerificationSubjectType = string

export type EncryptionKeyArnType = string

export type EncryptionKeyType = 'AWS_OWNED_KEY' | 'CUSTOMER_MANAGED_KEY'

export interface EumsSmsConfigurationType {
  CallerArn: ArnType
  ExternalId?: StringType | undefined
  OriginationIdentity?: StringType | undefined
  ConfigurationSetName?: StringType | undefined
  InEntityId?: StringType | undefined
  InTemplateId?: StringType | undefined
  Region?: RegionCodeType | undefined
}

export interface EventContextDataType {
  IpAddress?: StringType | undefined
  DeviceName?: StringType | undefined
  Timezone?: StringType | undefined
  City?: StringType | undefined
  Country?: StringType | undefined
}

export interface EventFeedbackType {
  FeedbackValue: FeedbackValueType
  Provider: StringType
  FeedbackDate?: DateType | undefined
}

export type EventFilterType = 'SIGN_IN' | 'PASSWORD_CHANGE' | 'SIGN_UP'

export type EventFiltersType = EventFilterType[]

export type EventIdType = string

export type EventResponseType = 'Pass' | 'Fail' | 'InProgress'

export interface EventRiskType {
  RiskDecision?: RiskDecisionType | undefined
  RiskLevel?: RiskLevelType | undefined
  CompromisedCredentialsDetected?: WrappedBooleanType | undefined
}

export type EventSourceName = 'userNotification' | 'userAuthEvents'

export type EventType = 'SignIn' | 'SignUp' | 'ForgotPassword' | 'PasswordChange' | 'ResendCode'

export type ExplicitAuthFlowsListType = ExplicitAuthFlowsType[]

export type ExplicitAuthFlowsType = 'ADMIN_NO_SRP_AUTH' | 'CUSTOM_AUTH_FLOW_ONLY' | 'USER_PASSWORD_AUTH' | 'ALLOW_ADMIN_USER_PASSWORD_AUTH' | 'ALLOW_CUSTOM_AUTH' | 'ALLOW_USER_PASSWORD_AUTH' | 'ALLOW_USER_SRP_AUTH' | 'ALLOW_REFRESH_TOKEN_AUTH' | 'ALLOW_USER_AUTH'

export interface FailoverType {
  SecondaryRegion: RegionNameType
  PrimaryRoute53HealthCheckId: HealthCheckIdType
}

export type FeatureType = 'ENABLED' | 'DISABLED'

export type FeedbackValueType = 'Valid' | 'Invalid'

export interface FirehoseConfigurationType {
  StreamArn?: ArnType | undefined
}

export type ForceAliasCreation = boolean

export interface ForgetDeviceRequest {
  AccessToken?: TokenModelType | undefined
  DeviceKey: DeviceKeyType
}

export interface ForgotPasswordRequest {
  ClientId: ClientIdType
  SecretHash?: SecretHashType | undefined
  UserContextData?: UserContextDataType | undefined
  Username: UsernameType
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface ForgotPasswordResponse {
  CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
}

export type GenerateSecret = boolean

export interface GetCSVHeaderRequest {
  UserPoolId: UserPoolIdType
}

export interface GetCSVHeaderResponse {
  UserPoolId?: UserPoolIdType | undefined
  CSVHeader?: ListOfStringTypes | undefined
}

export interface GetClientTokenRequest {
  ClientId: ClientIdType
  Secret: ClientSecretType
  Scopes?: ScopeListType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface GetClientTokenResponse {
  ClientAuthenticationResult?: ClientAuthenticationResultType | undefined
}

export interface GetDeviceRequest {
  DeviceKey: DeviceKeyType
  AccessToken?: TokenModelType | undefined
}

export interface GetDeviceResponse {
  Device: DeviceType
}

export interface GetGroupRequest {
  GroupName: GroupNameType
  UserPoolId: UserPoolIdType
}

export interface GetGroupResponse {
  Group?: GroupType | undefined
}

export interface GetIdentityProviderByIdentifierRequest {
  UserPoolId: UserPoolIdType
  IdpIdentifier: IdpIdentifierType
}

export interface GetIdentityProviderByIdentifierResponse {
  IdentityProvider: IdentityProviderType
}

export interface GetLogDeliveryConfigurationRequest {
  UserPoolId: UserPoolIdType
}

export interface GetLogDeliveryConfigurationResponse {
  LogDeliveryConfiguration?: LogDeliveryConfigurationType | undefined
}

export interface GetProvisionedLimitRequest {
  LimitDefinition: LimitDefinitionType
}

export interface GetProvisionedLimitResponse {
  Limit: LimitType
}

export interface GetSigningCertificateRequest {
  UserPoolId: UserPoolIdType
}

export interface GetSigningCertificateResponse {
  Certificate?: StringType | undefined
}

export interface GetTokensFromRefreshTokenRequest {
  RefreshToken: TokenModelType
  ClientId: ClientIdType
  ClientSecret?: ClientSecretType | undefined
  DeviceKey?: DeviceKeyType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface GetTokensFromRefreshTokenResponse {
  AuthenticationResult?: AuthenticationResultType | undefined
}

export interface GetUICustomizationRequest {
  UserPoolId: UserPoolIdType
  ClientId?: ClientIdType | undefined
}

export interface GetUICustomizationResponse {
  UICustomization: UICustomizationType
}

export interface GetUserAttributeVerificationCodeRequest {
  AccessToken: TokenModelType
  AttributeName: AttributeNameType
  ClientMetadata?: ClientMetadataType | undefined
}

export interface GetUserAttributeVerificationCodeResponse {
  CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
}

export interface GetUserAuthFactorsRequest {
  AccessToken: TokenModelType
}

export interface GetUserAuthFactorsResponse {
  Username: UsernameType
  PreferredMfaSetting?: StringType | undefined
  UserMFASettingList?: UserMFASettingListType | undefined
  ConfiguredUserAuthFactors?: ConfiguredUserAuthFactorsListType | undefined
}

export interface GetUserPoolMfaConfigRequest {
  UserPoolId: UserPoolIdType
}

export interface GetUserPoolMfaConfigResponse {
  SmsMfaConfiguration?: SmsMfaConfigType | undefined
  SoftwareTokenMfaConfiguration?: SoftwareTokenMfaConfigType | undefined
  EmailMfaConfiguration?: EmailMfaConfigType | undefined
  MfaConfiguration?: UserPoolMfaType | undefined
  WebAuthnConfiguration?: WebAuthnConfigurationType | undefined
}

export interface GetUserRequest {
  AccessToken: TokenModelType
}

export interface GetUserResponse {
  Username: UsernameType
  UserAttributes: AttributeListType
  MFAOptions?: MFAOptionListType | undefined
  PreferredMfaSetting?: StringType | undefined
  UserMFASettingList?: UserMFASettingListType | undefined
}

export interface GlobalSignOutRequest {
  AccessToken: TokenModelType
}

export interface GlobalSignOutResponse {
}

export type GroupListType = GroupType[]

export type GroupNameType = string

export interface GroupType {
  GroupName?: GroupNameType | undefined
  UserPoolId?: UserPoolIdType | undefined
  Description?: DescriptionType | undefined
  RoleArn?: ArnType | undefined
  Precedence?: PrecedenceType | undefined
  LastModifiedDate?: DateType | undefined
  CreationDate?: DateType | undefined
}

export type HealthCheckIdType = string

export type HexStringType = string

export interface HttpHeader {
  headerName?: StringType | undefined
  headerValue?: StringType | undefined
}

export type HttpHeaderList = HttpHeader[]

export type IdTokenValidityType = number

export interface IdentityProviderType {
  UserPoolId?: UserPoolIdType | undefined
  ProviderName?: ProviderNameType | undefined
  ProviderType?: IdentityProviderTypeType | undefined
  ProviderDetails?: ProviderDetailsType | undefined
  AttributeMapping?: AttributeMappingType | undefined
  IdpIdentifiers?: IdpIdentifiersListType | undefined
  LastModifiedDate?: DateType | undefined
  CreationDate?: DateType | undefined
}

export type IdentityProviderTypeType = 'SAML' | 'Facebook' | 'Google' | 'LoginWithAmazon' | 'SignInWithApple' | 'OIDC'

export type IdpIdentifierType = string

export type IdpIdentifiersListType = IdpIdentifierType[]

export type ImageFileType = string

export type ImageUrlType = string

export interface InboundFederationLambdaType {
  LambdaVersion: InboundFederationLambdaVersionType
  LambdaArn: ArnType
}

export type InboundFederationLambdaVersionType = 'V1_0'

export interface InitiateAuthRequest {
  AuthFlow: AuthFlowType
  AuthParameters?: AuthParametersType | undefined
  ClientMetadata?: ClientMetadataType | undefined
  ClientId: ClientIdType
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  UserContextData?: UserContextDataType | undefined
  Session?: SessionType | undefined
}

export interface InitiateAuthResponse {
  ChallengeName?: ChallengeNameType | undefined
  Session?: SessionType | undefined
  ChallengeParameters?: ChallengeParametersType | undefined
  AuthenticationResult?: AuthenticationResultType | undefined
  AvailableChallenges?: AvailableChallengeListType | undefined
}

export type IntegerType = number

export type InvalidParameterExceptionReasonCodeType = string

export interface IssuerConfigurationType {
  Type?: IssuerType | undefined
}

export type IssuerType = 'ORIGINAL' | 'UPDATED'

export interface KeyConfigurationType {
  KeyType?: EncryptionKeyType | undefined
  KmsKeyArn?: EncryptionKeyArnType | undefined
}

export interface LambdaConfigType {
  PreSignUp?: ArnType | undefined
  CustomMessage?: ArnType | undefined
  PostConfirmation?: ArnType | undefined
  PreAuthentication?: ArnType | undefined
  PostAuthentication?: ArnType | undefined
  DefineAuthChallenge?: ArnType | undefined
  CreateAuthChallenge?: ArnType | undefined
  VerifyAuthChallengeResponse?: ArnType | undefined
  PreTokenGeneration?: ArnType | undefined
  UserMigration?: ArnType | undefined
  PreTokenGenerationConfig?: PreTokenGenerationVersionConfigType | undefined
  CustomSMSSender?: CustomSMSLambdaVersionConfigType | undefined
  CustomEmailSender?: CustomEmailLambdaVersionConfigType | undefined
  KMSKeyID?: ArnType | undefined
  InboundFederation?: InboundFederationLambdaType | undefined
}

export type LanguageIdType = string

export type LimitClass = 'API_CATEGORY'

export interface LimitDefinitionType {
  LimitClass: LimitClass
  Attributes: StringToStringMapType
}

export interface LimitType {
  LimitDefinition: LimitDefinitionType
  ProvisionedLimitValue: IntegerType
  FreeLimitValue: IntegerType
}

export type LinkUrlType = string

export type LinksType = Partial<Record<LanguageIdType, LinkUrlType>>

export interface ListDevicesRequest {
  AccessToken: TokenModelType
  Limit?: QueryLimitType | undefined
  PaginationToken?: SearchPaginationTokenType | undefined
}

export interface ListDevicesResponse {
  Devices?: DeviceListType | undefined
  PaginationToken?: SearchPaginationTokenType | undefined
}

export interface ListGroupsRequest {
  UserPoolId: UserPoolIdType
  Limit?: QueryLimitType | undefined
  NextToken?: PaginationKey | undefined
}

export interface ListGroupsResponse {
  Groups?: GroupListType | undefined
  NextToken?: PaginationKey | undefined
}

export interface ListIdentityProvidersRequest {
  UserPoolId: UserPoolIdType
  MaxResults?: ListProvidersLimitType | undefined
  NextToken?: PaginationKeyType | undefined
}

export interface ListIdentityProvidersResponse {
  Providers: ProvidersListType
  NextToken?: PaginationKeyType | undefined
}

export type ListOfStringTypes = StringType[]

export type ListProvidersLimitType = number

export type ListResourceServersLimitType = number

export interface ListResourceServersRequest {
  UserPoolId: UserPoolIdType
  MaxResults?: ListResourceServersLimitType | undefined
  NextToken?: PaginationKeyType | undefined
}

export interface ListResourceServersResponse {
  ResourceServers: ResourceServersListType
  NextToken?: PaginationKeyType | undefined
}

export interface ListTagsForResourceRequest {
  ResourceArn: ArnType
}

export interface ListTagsForResourceResponse {
  Tags?: UserPoolTagsType | undefined
}

export interface ListTermsRequest {
  UserPoolId: UserPoolIdType
  MaxResults?: ListTermsRequestMaxResultsInteger | undefined
  NextToken?: StringType | undefined
}

export type ListTermsRequestMaxResultsInteger = number

export interface ListTermsResponse {
  Terms: TermsDescriptionListType
  NextToken?: StringType | undefined
}

export interface ListUserImportJobsRequest {
  UserPoolId: UserPoolIdType
  MaxResults: PoolQueryLimitType
  PaginationToken?: PaginationKeyType | undefined
}

export interface ListUserImportJobsResponse {
  UserImportJobs?: UserImportJobsListType | undefined
  PaginationToken?: PaginationKeyType | undefined
}

export interface ListUserPoolClientSecretsRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  NextToken?: PaginationKey | undefined
}

export interface ListUserPoolClientSecretsResponse {
  ClientSecrets?: ClientSecretDescriptorListType | undefined
  NextToken?: PaginationKey | undefined
}

export interface ListUserPoolClientsRequest {
  UserPoolId: UserPoolIdType
  MaxResults?: QueryLimit | undefined
  NextToken?: PaginationKey | undefined
}

export interface ListUserPoolClientsResponse {
  UserPoolClients?: UserPoolClientListType | undefined
  NextToken?: PaginationKey | undefined
}

export interface ListUserPoolReplicasRequest {
  UserPoolId: UserPoolIdType
  NextToken?: PaginationKeyType | undefined
}

export interface ListUserPoolReplicasResponse {
  UserPoolReplicas?: UserPoolReplicaListType | undefined
  NextToken?: PaginationKeyType | undefined
}

export interface ListUserPoolsRequest {
  NextToken?: PaginationKeyType | undefined
  MaxResults: PoolQueryLimitType
}

export interface ListUserPoolsResponse {
  UserPools?: UserPoolListType | undefined
  NextToken?: PaginationKeyType | undefined
}

export interface ListUsersInGroupRequest {
  UserPoolId: UserPoolIdType
  GroupName: GroupNameType
  Limit?: QueryLimitType | undefined
  NextToken?: PaginationKey | undefined
}

export interface ListUsersInGroupResponse {
  Users?: UsersListType | undefined
  NextToken?: PaginationKey | undefined
}

export interface ListUsersRequest {
  UserPoolId: UserPoolIdType
  AttributesToGet?: SearchedAttributeNamesListType | undefined
  Limit?: QueryLimitType | undefined
  PaginationToken?: SearchPaginationTokenType | undefined
  Filter?: UserFilterType | undefined
}

export interface ListUsersResponse {
  Users?: UsersListType | undefined
  PaginationToken?: SearchPaginationTokenType | undefined
}

export interface ListWebAuthnCredentialsRequest {
  AccessToken: TokenModelType
  NextToken?: PaginationKey | undefined
  MaxResults?: WebAuthnCredentialsQueryLimitType | undefined
}

export interface ListWebAuthnCredentialsResponse {
  Credentials: WebAuthnCredentialDescriptionListType
  NextToken?: PaginationKey | undefined
}

export type LogConfigurationListType = LogConfigurationType[]

export interface LogConfigurationType {
  LogLevel: LogLevel
  EventSource: EventSourceName
  CloudWatchLogsConfiguration?: CloudWatchLogsConfigurationType | undefined
  S3Configuration?: S3ConfigurationType | undefined
  FirehoseConfiguration?: FirehoseConfigurationType | undefined
}

export interface LogDeliveryConfigurationType {
  UserPoolId: UserPoolIdType
  LogConfigurations: LogConfigurationListType
}

export type LogLevel = 'ERROR' | 'INFO'

export type LogoutURLsListType = RedirectUrlType[]

export type LongType = number

export type MFAOptionListType = MFAOptionType[]

export interface MFAOptionType {
  DeliveryMedium?: DeliveryMediumType | undefined
  AttributeName?: AttributeNameType | undefined
}

export type ManagedLoginBrandingIdType = string

export interface ManagedLoginBrandingType {
  ManagedLoginBrandingId?: ManagedLoginBrandingIdType | undefined
  UserPoolId?: UserPoolIdType | undefined
  UseCognitoProvidedValues?: BooleanType | undefined
  Settings?: Document | undefined
  Assets?: AssetListType | undefined
  CreationDate?: DateType | undefined
  LastModifiedDate?: DateType | undefined
}

export type MessageActionType = 'RESEND' | 'SUPPRESS'

export interface MessageTemplateType {
  SMSMessage?: SmsInviteMessageType | undefined
  EmailMessage?: EmailInviteMessageType | undefined
  EmailSubject?: EmailVerificationSubjectType | undefined
}

export type MessageType = string

export interface NewDeviceMetadataType {
  DeviceKey?: DeviceKeyType | undefined
  DeviceGroupKey?: StringType | undefined
}

export interface NotifyConfigurationType {
  From?: StringType | undefined
  ReplyTo?: StringType | undefined
  SourceArn: ArnType
  BlockEmail?: NotifyEmailType | undefined
  NoActionEmail?: NotifyEmailType | undefined
  MfaEmail?: NotifyEmailType | undefined
}

export interface NotifyEmailType {
  Subject: EmailNotificationSubjectType
  HtmlBody?: EmailNotificationBodyType | undefined
  TextBody?: EmailNotificationBodyType | undefined
}

export interface NumberAttributeConstraintsType {
  MinValue?: StringType | undefined
  MaxValue?: StringType | undefined
}

export type OAuthFlowType = 'code' | 'implicit' | 'client_credentials'

export type OAuthFlowsType = OAuthFlowType[]

export type OptionalArnType = string

export type PaginationKey = string

export type PaginationKeyType = string

export type PasswordHashingAlgorithmType = 'BCRYPT' | 'SCRYPT' | 'ARGON2ID' | 'PBKDF2_SHA256'

export type PasswordHistorySizeType = number

export type PasswordPolicyMinLengthType = number

export interface PasswordPolicyType {
  MinimumLength?: PasswordPolicyMinLengthType | undefined
  RequireUppercase?: BooleanType | undefined
  RequireLowercase?: BooleanType | undefined
  RequireNumbers?: BooleanType | undefined
  RequireSymbols?: BooleanType | undefined
  PasswordHistorySize?: PasswordHistorySizeType | undefined
  TemporaryPasswordValidityDays?: TemporaryPasswordValidityDaysType | undefined
}

export type PasswordType = string

export type PoolQueryLimitType = number

export type PreSignedUrlType = string

export type PreTokenGenerationLambdaVersionType = 'V1_0' | 'V2_0' | 'V3_0'

export interface PreTokenGenerationVersionConfigType {
  LambdaVersion: PreTokenGenerationLambdaVersionType
  LambdaArn: ArnType
}

export type PrecedenceType = number

export type PreventUserExistenceErrorTypes = 'LEGACY' | 'ENABLED'

export type PriorityType = number

export interface ProviderDescription {
  ProviderName?: ProviderNameType | undefined
  ProviderType?: IdentityProviderTypeType | undefined
  LastModifiedDate?: DateType | undefined
  CreationDate?: DateType | undefined
}

export type ProviderDetailsType = Partial<Record<StringType, StringType>>

export type ProviderNameType = string

export type ProviderNameTypeV2 = string

export interface ProviderUserIdentifierType {
  ProviderName?: ProviderNameType | undefined
  ProviderAttributeName?: StringType | undefined
  ProviderAttributeValue?: StringType | undefined
}

export type ProvidersListType = ProviderDescription[]

export type QueryLimit = number

export type QueryLimitType = number

export type RecoveryMechanismsType = RecoveryOptionType[]

export type RecoveryOptionNameType = 'verified_email' | 'verified_phone_number' | 'admin_only'

export interface RecoveryOptionType {
  Priority: PriorityType
  Name: RecoveryOptionNameType
}

export type RedirectUrlType = string

export interface RefreshTokenRotationType {
  Feature: FeatureType
  RetryGracePeriodSeconds?: RetryGracePeriodSecondsType | undefined
}

export type RefreshTokenValidityType = number

export type RegionCodeType = string

export type RegionNameType = string

export type RelyingPartyIdType = string

export type ReplicaRegionsType = StringType[]

export type ReplicaRoleType = 'PRIMARY' | 'SECONDARY'

export type ReplicaStatusType = 'CREATING' | 'ACTIVE' | 'INACTIVE' | 'DELETING'

export interface ResendConfirmationCodeRequest {
  ClientId: ClientIdType
  SecretHash?: SecretHashType | undefined
  UserContextData?: UserContextDataType | undefined
  Username: UsernameType
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface ResendConfirmationCodeResponse {
  CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
}

export type ResourceIdType = string

export type ResourceServerIdentifierType = string

export type ResourceServerNameType = string

export type ResourceServerScopeDescriptionType = string

export type ResourceServerScopeListType = ResourceServerScopeType[]

export type ResourceServerScopeNameType = string

export interface ResourceServerScopeType {
  ScopeName: ResourceServerScopeNameType
  ScopeDescription: ResourceServerScopeDescriptionType
}

export interface ResourceServerType {
  UserPoolId?: UserPoolIdType | undefined
  Identifier?: ResourceServerIdentifierType | undefined
  Name?: ResourceServerNameType | undefined
  Scopes?: ResourceServerScopeListType | undefined
}

export type ResourceServersListType = ResourceServerType[]

export interface RespondToAuthChallengeRequest {
  ClientId: ClientIdType
  ChallengeName: ChallengeNameType
  Session?: SessionType | undefined
  ChallengeResponses?: ChallengeResponsesType | undefined
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  UserContextData?: UserContextDataType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface RespondToAuthChallengeResponse {
  ChallengeName?: ChallengeNameType | undefined
  Session?: SessionType | undefined
  ChallengeParameters?: ChallengeParametersType | undefined
  AuthenticationResult?: AuthenticationResultType | undefined
}

export type RetryGracePeriodSecondsType = number

export interface RevokeTokenRequest {
  Token: TokenModelType
  ClientId: ClientIdType
  ClientSecret?: ClientSecretType | undefined
}

export interface RevokeTokenResponse {
}

export interface RiskConfigurationType {
  UserPoolId?: UserPoolIdType | undefined
  ClientId?: ClientIdType | undefined
  CompromisedCredentialsRiskConfiguration?: CompromisedCredentialsRiskConfigurationType | undefined
  AccountTakeoverRiskConfiguration?: AccountTakeoverRiskConfigurationType | undefined
  RiskExceptionConfiguration?: RiskExceptionConfigurationType | undefined
  LastModifiedDate?: DateType | undefined
}

export type RiskDecisionType = 'NoRisk' | 'AccountTakeover' | 'Block'

export interface RiskExceptionConfigurationType {
  BlockedIPRangeList?: BlockedIPRangeListType | undefined
  SkippedIPRangeList?: SkippedIPRangeListType | undefined
}

export type RiskLevelType = 'Low' | 'Medium' | 'High'

export interface RoutingType {
  Failover?: FailoverType | undefined
}

export type S3ArnType = string

export type S3BucketType = string

export interface S3ConfigurationType {
  BucketArn?: S3ArnType | undefined
}

export type SESConfigurationSet = string

export interface SMSMfaSettingsType {
  Enabled?: BooleanType | undefined
  PreferredMfa?: BooleanType | undefined
}

export interface SchemaAttributeType {
  Name?: CustomAttributeNameType | undefined
  AttributeDataType?: AttributeDataType | undefined
  DeveloperOnlyAttribute?: BooleanType | undefined
  Mutable?: BooleanType | undefined
  Required?: BooleanType | undefined
  NumberAttributeConstraints?: NumberAttributeConstraintsType | undefined
  StringAttributeConstraints?: StringAttributeConstraintsType | undefined
}

export type SchemaAttributesListType = SchemaAttributeType[]

export type ScopeListType = ScopeType[]

export type ScopeType = string

export type SearchPaginationTokenType = string

export type SearchedAttributeNamesListType = AttributeNameType[]

export type SecretCodeType = string

export type SecretHashType = string

export type SecurityPolicyType = 'TLS_V1' | 'TLS_V1_2_2021' | 'TLS_V1_3_2025'

export type SessionType = string

export interface SetLogDeliveryConfigurationRequest {
  UserPoolId: UserPoolIdType
  LogConfigurations: LogConfigurationListType
}

export interface SetLogDeliveryConfigurationResponse {
  LogDeliveryConfiguration?: LogDeliveryConfigurationType | undefined
}

export interface SetRiskConfigurationRequest {
  UserPoolId: UserPoolIdType
  ClientId?: ClientIdType | undefined
  CompromisedCredentialsRiskConfiguration?: CompromisedCredentialsRiskConfigurationType | undefined
  AccountTakeoverRiskConfiguration?: AccountTakeoverRiskConfigurationType | undefined
  RiskExceptionConfiguration?: RiskExceptionConfigurationType | undefined
}

export interface SetRiskConfigurationResponse {
  RiskConfiguration: RiskConfigurationType
}

export interface SetUICustomizationRequest {
  UserPoolId: UserPoolIdType
  ClientId?: ClientIdType | undefined
  CSS?: CSSType | undefined
  ImageFile?: ImageFileType | undefined
}

export interface SetUICustomizationResponse {
  UICustomization: UICustomizationType
}

export interface SetUserMFAPreferenceRequest {
  SMSMfaSettings?: SMSMfaSettingsType | undefined
  SoftwareTokenMfaSettings?: SoftwareTokenMfaSettingsType | undefined
  EmailMfaSettings?: EmailMfaSettingsType | undefined
  WebAuthnMfaSettings?: WebAuthnMfaSettingsType | undefined
  AccessToken: TokenModelType
}

export interface SetUserMFAPreferenceResponse {
}

export interface SetUserPoolMfaConfigRequest {
  UserPoolId: UserPoolIdType
  SmsMfaConfiguration?: SmsMfaConfigType | undefined
  SoftwareTokenMfaConfiguration?: SoftwareTokenMfaConfigType | undefined
  EmailMfaConfiguration?: EmailMfaConfigType | undefined
  MfaConfiguration?: UserPoolMfaType | undefined
  WebAuthnConfiguration?: WebAuthnConfigurationType | undefined
}

export interface SetUserPoolMfaConfigResponse {
  SmsMfaConfiguration?: SmsMfaConfigType | undefined
  SoftwareTokenMfaConfiguration?: SoftwareTokenMfaConfigType | undefined
  EmailMfaConfiguration?: EmailMfaConfigType | undefined
  MfaConfiguration?: UserPoolMfaType | undefined
  WebAuthnConfiguration?: WebAuthnConfigurationType | undefined
}

export interface SetUserSettingsRequest {
  AccessToken: TokenModelType
  MFAOptions: MFAOptionListType
}

export interface SetUserSettingsResponse {
}

export interface SignInPolicyType {
  AllowedFirstAuthFactors?: AllowedFirstAuthFactorsListType | undefined
}

export interface SignUpRequest {
  ClientId: ClientIdType
  SecretHash?: SecretHashType | undefined
  Username: UsernameType
  Password?: PasswordType | undefined
  UserAttributes?: AttributeListType | undefined
  ValidationData?: AttributeListType | undefined
  AnalyticsMetadata?: AnalyticsMetadataType | undefined
  UserContextData?: UserContextDataType | undefined
  ClientMetadata?: ClientMetadataType | undefined
}

export interface SignUpResponse {
  UserConfirmed: BooleanType
  CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
  UserSub: StringType
  Session?: SessionType | undefined
}

export type SkippedIPRangeListType = StringType[]

export interface SmsConfigurationType {
  SnsCallerArn?: OptionalArnType | undefined
  ExternalId?: StringType | undefined
  SnsRegion?: RegionCodeType | undefined
  EumsSms?: EumsSmsConfigurationType | undefined
}

export type SmsInviteMessageType = string

export interface SmsMfaConfigType {
  SmsAuthenticationMessage?: SmsVerificationMessageType | undefined
  SmsConfiguration?: SmsConfigurationType | undefined
}

export type SmsVerificationMessageType = string

export type SoftwareTokenMFAUserCodeType = string

export interface SoftwareTokenMfaConfigType {
  Enabled?: BooleanType | undefined
}

export interface SoftwareTokenMfaSettingsType {
  Enabled?: BooleanType | undefined
  PreferredMfa?: BooleanType | undefined
}

export interface StartUserImportJobRequest {
  UserPoolId: UserPoolIdType
  JobId: UserImportJobIdType
}

export interface StartUserImportJobResponse {
  UserImportJob?: UserImportJobType | undefined
}

export interface StartWebAuthnRegistrationRequest {
  AccessToken: TokenModelType
}

export interface StartWebAuthnRegistrationResponse {
  CredentialCreationOptions: Document
}

export type StatusType = 'Enabled' | 'Disabled'

export interface StopUserImportJobRequest {
  UserPoolId: UserPoolIdType
  JobId: UserImportJobIdType
}

export interface StopUserImportJobResponse {
  UserImportJob?: UserImportJobType | undefined
}

export interface StringAttributeConstraintsType {
  MinLength?: StringType | undefined
  MaxLength?: StringType | undefined
}

export type StringToStringMapType = Partial<Record<StringType, StringType>>

export type StringType = string

export type SupportedIdentityProvidersListType = ProviderNameType[]

export type TagKeysType = string

export interface TagResourceRequest {
  ResourceArn: ArnType
  Tags: UserPoolTagsType
}

export interface TagResourceResponse {
}

export type TagValueType = string

export type TemporaryPasswordValidityDaysType = number

export type TermsDescriptionListType = TermsDescriptionType[]

export interface TermsDescriptionType {
  TermsId: TermsIdType
  TermsName: TermsNameType
  Enforcement: TermsEnforcementType
  CreationDate: DateType
  LastModifiedDate: DateType
}

export type TermsEnforcementType = 'NONE'

export type TermsIdType = string

export type TermsNameType = string

export type TermsSourceType = 'LINK'

export interface TermsType {
  TermsId: TermsIdType
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  TermsName: TermsNameType
  TermsSource: TermsSourceType
  Enforcement: TermsEnforcementType
  Links: LinksType
  CreationDate: DateType
  LastModifiedDate: DateType
}

export type TimeUnitsType = 'seconds' | 'minutes' | 'hours' | 'days'

export type TokenModelType = string

export interface TokenValidityUnitsType {
  AccessToken?: TimeUnitsType | undefined
  IdToken?: TimeUnitsType | undefined
  RefreshToken?: TimeUnitsType | undefined
}

export interface UICustomizationType {
  UserPoolId?: UserPoolIdType | undefined
  ClientId?: ClientIdType | undefined
  ImageUrl?: ImageUrlType | undefined
  CSS?: CSSType | undefined
  CSSVersion?: CSSVersionType | undefined
  LastModifiedDate?: DateType | undefined
  CreationDate?: DateType | undefined
}

export interface UntagResourceRequest {
  ResourceArn: ArnType
  TagKeys: UserPoolTagsListType
}

export interface UntagResourceResponse {
}

export interface UpdateAuthEventFeedbackRequest {
  UserPoolId: UserPoolIdType
  Username: UsernameType
  EventId: EventIdType
  FeedbackToken: TokenModelType
  FeedbackValue: FeedbackValueType
}

export interface UpdateAuthEventFeedbackResponse {
}

export interface UpdateDeviceStatusRequest {
  AccessToken: TokenModelType
  DeviceKey: DeviceKeyType
  DeviceRememberedStatus?: DeviceRememberedStatusType | undefined
}

export interface UpdateDeviceStatusResponse {
}

export interface UpdateGroupRequest {
  GroupName: GroupNameType
  UserPoolId: UserPoolIdType
  Description?: DescriptionType | undefined
  RoleArn?: ArnType | undefined
  Precedence?: PrecedenceType | undefined
}

export interface UpdateGroupResponse {
  Group?: GroupType | undefined
}

export interface UpdateIdentityProviderRequest {
  UserPoolId: UserPoolIdType
  ProviderName: ProviderNameType
  ProviderDetails?: ProviderDetailsType | undefined
  AttributeMapping?: AttributeMappingType | undefined
  IdpIdentifiers?: IdpIdentifiersListType | undefined
}

export interface UpdateIdentityProviderResponse {
  IdentityProvider: IdentityProviderType
}

export interface UpdateManagedLoginBrandingRequest {
  UserPoolId?: UserPoolIdType | undefined
  ManagedLoginBrandingId?: ManagedLoginBrandingIdType | undefined
  UseCognitoProvidedValues?: BooleanType | undefined
  Settings?: Document | undefined
  Assets?: AssetListType | undefined
}

export interface UpdateManagedLoginBrandingResponse {
  ManagedLoginBranding?: ManagedLoginBrandingType | undefined
}

export interface UpdateProvisionedLimitRequest {
  LimitDefinition: LimitDefinitionType
  RequestedLimitValue: IntegerType
}

export interface UpdateProvisionedLimitResponse {
  Limit: LimitType
}

export type UpdateReplicaStatusType = 'ACTIVE' | 'INACTIVE'

export interface UpdateResourceServerRequest {
  UserPoolId: UserPoolIdType
  Identifier: ResourceServerIdentifierType
  Name: ResourceServerNameType
  Scopes?: ResourceServerScopeListType | undefined
}

export interface UpdateResourceServerResponse {
  ResourceServer: ResourceServerType
}

export interface UpdateTermsRequest {
  TermsId: TermsIdType
  UserPoolId: UserPoolIdType
  TermsName?: TermsNameType | undefined
  TermsSource?: TermsSourceType | undefined
  Enforcement?: TermsEnforcementType | undefined
  Links?: LinksType | undefined
}

export interface UpdateTermsResponse {
  Terms?: TermsType | undefined
}

export interface UpdateUserAttributesRequest {
  UserAttributes: AttributeListType
  AccessToken: TokenModelType
  ClientMetadata?: ClientMetadataType | undefined
}

export interface UpdateUserAttributesResponse {
  CodeDeliveryDetailsList?: CodeDeliveryDetailsListType | undefined
}

export interface UpdateUserPoolClientRequest {
  UserPoolId: UserPoolIdType
  ClientId: ClientIdType
  ClientName?: ClientNameType | undefined
  RefreshTokenValidity?: RefreshTokenValidityType | undefined
  AccessTokenValidity?: AccessTokenValidityType | undefined
  IdTokenValidity?: IdTokenValidityType | undefined
  TokenValidityUnits?: TokenValidityUnitsType | undefined
  ReadAttributes?: ClientPermissionListType | undefined
  WriteAttributes?: ClientPermissionListType | undefined
  ExplicitAuthFlows?: ExplicitAuthFlowsListType | undefined
  SupportedIdentityProviders?: SupportedIdentityProvidersListType | undefined
  CallbackURLs?: CallbackURLsListType | undefined
  LogoutURLs?: LogoutURLsListType | undefined
  DefaultRedirectURI?: RedirectUrlType | undefined
  AllowedOAuthFlows?: OAuthFlowsType | undefined
  AllowedOAuthScopes?: ScopeListType | undefined
  AllowedOAuthFlowsUserPoolClient?: BooleanType | undefined
  AnalyticsConfiguration?: AnalyticsConfigurationType | undefined
  PreventUserExistenceErrors?: PreventUserExistenceErrorTypes | undefined
  EnableTokenRevocation?: WrappedBooleanType | undefined
  EnablePropagateAdditionalUserContextData?: WrappedBooleanType | undefined
  AuthSessionValidity?: AuthSessionValidityType | undefined
  RefreshTokenRotation?: RefreshTokenRotationType | undefined
}

export interface UpdateUserPoolClientResponse {
  UserPoolClient?: UserPoolClientType | undefined
}

export interface UpdateUserPoolDomainRequest {
  Domain: DomainType
  UserPoolId: UserPoolIdType
  ManagedLoginVersion?: WrappedIntegerType | undefined
  CustomDomainConfig?: CustomDomainConfigType | undefined
  Routing?: RoutingType | undefined
}

export interface UpdateUserPoolDomainResponse {
  ManagedLoginVersion?: WrappedIntegerType | undefined
  CloudFrontDomain?: DomainType | undefined
  Routing?: RoutingType | undefined
}

export interface UpdateUserPoolReplicaRequest {
  UserPoolId: UserPoolIdType
  RegionName: RegionNameType
  Status: UpdateReplicaStatusType
}

export interface UpdateUserPoolReplicaResponse {
  UserPoolReplica?: UserPoolReplicaType | undefined
}

export interface UpdateUserPoolRequest {
  UserPoolId: UserPoolIdType
  Policies?: UserPoolPolicyType | undefined
  DeletionProtection?: DeletionProtectionType | undefined
  LambdaConfig?: LambdaConfigType | undefined
  AutoVerifiedAttributes?: VerifiedAttributesListType | undefined
  SmsVerificationMessage?: SmsVerificationMessageType | undefined
  EmailVerificationMessage?: EmailVerificationMessageType | undefined
  EmailVerificationSubject?: EmailVerificationSubjectType | undefined
  VerificationMessageTemplate?: VerificationMessageTemplateType | undefined
  SmsAuthenticationMessage?: SmsVerificationMessageType | undefined
  UserAttributeUpdateSettings?: UserAttributeUpdateSettingsType | undefined
  MfaConfiguration?: UserPoolMfaType | undefined
  DeviceConfiguration?: DeviceConfigurationType | undefined
  EmailConfiguration?: EmailConfigurationType | undefined
  SmsConfiguration?: SmsConfigurationType | undefined
  UserPoolTags?: UserPoolTagsType | undefined
  AdminCreateUserConfig?: AdminCreateUserConfigType | undefined
  UserPoolAddOns?: UserPoolAddOnsType | undefined
  AccountRecoverySetting?: AccountRecoverySettingType | undefined
  PoolName?: UserPoolNameType | undefined
  UserPoolTier?: UserPoolTierType | undefined
  KeyConfiguration?: KeyConfigurationType | undefined
  IssuerConfiguration?: IssuerConfigurationType | undefined
}

export interface UpdateUserPoolResponse {
}

export interface UserAttributeUpdateSettingsType {
  AttributesRequireVerificationBeforeUpdate?: AttributesRequireVerificationBeforeUpdateType | undefined
}

export interface UserContextDataType {
  IpAddress?: StringType | undefined
  EncodedData?: StringType | undefined
}

export type UserFilterType = string

export type UserImportJobIdType = string

export type UserImportJobNameType = string

export type UserImportJobStatusType = 'Created' | 'Pending' | 'InProgress' | 'Stopping' | 'Expired' | 'Stopped' | 'Failed' | 'Succeeded'

export interface UserImportJobType {
  JobName?: UserImportJobNameType | undefined
  JobId?: UserImportJobIdType | undefined
  UserPoolId?: UserPoolIdType | undefined
  PreSignedUrl?: PreSignedUrlType | undefined
  CreationDate?: DateType | undefined
  StartDate?: DateType | undefined
  CompletionDate?: DateType | undefined
  Status?: UserImportJobStatusType | undefined
  CloudWatchLogsRoleArn?: ArnType | undefined
  ImportedUsers?: LongType | undefined
  SkippedUsers?: LongType | undefined
  FailedUsers?: LongType | undefined
  CompletionMessage?: CompletionMessageType | undefined
  PasswordHashingAlgorithm?: PasswordHashingAlgorithmType | undefined
}

export type UserImportJobsListType = UserImportJobType[]

export type UserMFASettingListType = StringType[]

export interface UserPoolAddOnsType {
  AdvancedSecurityMode: AdvancedSecurityModeType
  AdvancedSecurityAdditionalFlows?: AdvancedSecurityAdditionalFlowsType | undefined
}

export interface UserPoolClientDescription {
  ClientId?: ClientIdType | undefined
  UserPoolId?: UserPoolIdType | undefined
  ClientName?: ClientNameType | undefined
}

export type UserPoolClientListType = UserPoolClientDescription[]

export interface UserPoolClientType {
  UserPoolId?: UserPoolIdType | undefined
  ClientName?: ClientNameType | undefined
  ClientId?: ClientIdType | undefined
  ClientSecret?: ClientSecretType | undefined
  LastModifiedDate?: DateType | undefined
  CreationDate?: DateType | undefined
  RefreshTokenValidity?: RefreshTokenValidityType | undefined
  AccessTokenValidity?: AccessTokenValidityType | undefined
  IdTokenValidity?: IdTokenValidityType | undefined
  TokenValidityUnits?: TokenValidityUnitsType | undefined
  ReadAttributes?: ClientPermissionListType | undefined
  WriteAttributes?: ClientPermissionListType | undefined
  ExplicitAuthFlows?: ExplicitAuthFlowsListType | undefined
  SupportedIdentityProviders?: SupportedIdentityProvidersListType | undefined
  CallbackURLs?: CallbackURLsListType | undefined
  LogoutURLs?: LogoutURLsListType | undefined
  DefaultRedirectURI?: RedirectUrlType | undefined
  AllowedOAuthFlows?: OAuthFlowsType | undefined
  AllowedOAuthScopes?: ScopeListType | undefined
  AllowedOAuthFlowsUserPoolClient?: BooleanType | undefined
  AnalyticsConfiguration?: AnalyticsConfigurationType | undefined
  PreventUserExistenceErrors?: PreventUserExistenceErrorTypes | undefined
  EnableTokenRevocation?: WrappedBooleanType | undefined
  EnablePropagateAdditionalUserContextData?: WrappedBooleanType | undefined
  AuthSessionValidity?: AuthSessionValidityType | undefined
  RefreshTokenRotation?: RefreshTokenRotationType | undefined
}

export interface UserPoolDescriptionType {
  Id?: UserPoolIdType | undefined
  Name?: UserPoolNameType | undefined
  LambdaConfig?: LambdaConfigType | undefined
  Status?: StatusType | undefined
  LastModifiedDate?: DateType | undefined
  CreationDate?: DateType | undefined
  ReplicaRegions?: ReplicaRegionsType | undefined
}

export type UserPoolIdType = string

export type UserPoolListType = UserPoolDescriptionType[]

export type UserPoolMfaType = 'OFF' | 'ON' | 'OPTIONAL'

export type UserPoolNameType = string

export interface UserPoolPolicyType {
  PasswordPolicy?: PasswordPolicyType | undefined
  SignInPolicy?: SignInPolicyType | undefined
}

export type UserPoolReplicaListType = UserPoolReplicaType[]

export interface UserPoolReplicaType {
  RegionName?: RegionNameType | undefined
  Status?: ReplicaStatusType | undefined
  Role?: ReplicaRoleType | undefined
  UserPoolArn?: ArnType | undefined
}

export type UserPoolTagsListType = TagKeysType[]

export type UserPoolTagsType = Partial<Record<TagKeysType, TagValueType>>

export type UserPoolTierType = 'LITE' | 'ESSENTIALS' | 'PLUS'

export interface UserPoolType {
  Id?: UserPoolIdType | undefined
  Name?: UserPoolNameType | undefined
  Policies?: UserPoolPolicyType | undefined
  DeletionProtection?: DeletionProtectionType | undefined
  LambdaConfig?: LambdaConfigType | undefined
  Status?: StatusType | undefined
  LastModifiedDate?: DateType | undefined
  CreationDate?: DateType | undefined
  SchemaAttributes?: SchemaAttributesListType | undefined
  AutoVerifiedAttributes?: VerifiedAttributesListType | undefined
  AliasAttributes?: AliasAttributesListType | undefined
  UsernameAttributes?: UsernameAttributesListType | undefined
  SmsVerificationMessage?: SmsVerificationMessageType | undefined
  EmailVerificationMessage?: EmailVerificationMessageType | undefined
  EmailVerificationSubject?: EmailVerificationSubjectType | undefined
  VerificationMessageTemplate?: VerificationMessageTemplateType | undefined
  SmsAuthenticationMessage?: SmsVerificationMessageType | undefined
  UserAttributeUpdateSettings?: UserAttributeUpdateSettingsType | undefined
  MfaConfiguration?: UserPoolMfaType | undefined
  DeviceConfiguration?: DeviceConfigurationType | undefined
  EstimatedNumberOfUsers?: IntegerType | undefined
  EmailConfiguration?: EmailConfigurationType | undefined
  SmsConfiguration?: SmsConfigurationType | undefined
  UserPoolTags?: UserPoolTagsType | undefined
  SmsConfigurationFailure?: StringType | undefined
  EmailConfigurationFailure?: StringType | undefined
  Domain?: DomainType | undefined
  CustomDomain?: DomainType | undefined
  AdminCreateUserConfig?: AdminCreateUserConfigType | undefined
  UserPoolAddOns?: UserPoolAddOnsType | undefined
  UsernameConfiguration?: UsernameConfigurationType | undefined
  Arn?: ArnType | undefined
  AccountRecoverySetting?: AccountRecoverySettingType | undefined
  UserPoolTier?: UserPoolTierType | undefined
  KeyConfiguration?: KeyConfigurationType | undefined
  IssuerConfiguration?: IssuerConfigurationType | undefined
}

export type UserStatusType = 'UNCONFIRMED' | 'CONFIRMED' | 'ARCHIVED' | 'COMPROMISED' | 'UNKNOWN' | 'RESET_REQUIRED' | 'FORCE_CHANGE_PASSWORD' | 'EXTERNAL_PROVIDER'

export interface UserType {
  Username?: UsernameType | undefined
  Attributes?: AttributeListType | undefined
  UserCreateDate?: DateType | undefined
  UserLastModifiedDate?: DateType | undefined
  Enabled?: BooleanType | undefined
  UserStatus?: UserStatusType | undefined
  MFAOptions?: MFAOptionListType | undefined
}

export type UserVerificationType = 'required' | 'preferred'

export type UsernameAttributeType = 'phone_number' | 'email'

export type UsernameAttributesListType = UsernameAttributeType[]

export interface UsernameConfigurationType {
  CaseSensitive: WrappedBooleanType
}

export type UsernameType = string

export type UsersListType = UserType[]

export interface VerificationMessageTemplateType {
  SmsMessage?: SmsVerificationMessageType | undefined
  EmailMessage?: EmailVerificationMessageType | undefined
  EmailSubject?: EmailVerificationSubjectType | undefined
  EmailMessageByLink?: EmailVerificationMessageByLinkType | undefined
  EmailSubjectByLink?: EmailVerificationSubjectByLinkType | undefined
  DefaultEmailOption?: DefaultEmailOptionType | undefined
}

export type VerifiedAttributeType = 'phone_number' | 'email'

export type VerifiedAttributesListType = VerifiedAttributeType[]

export interface VerifySoftwareTokenRequest {
  AccessToken?: TokenModelType | undefined
  Session?: SessionType | undefined
  UserCode: SoftwareTokenMFAUserCodeType
  FriendlyDeviceName?: StringType | undefined
}

export interface VerifySoftwareTokenResponse {
  Status?: VerifySoftwareTokenResponseType | undefined
  Session?: SessionType | undefined
}

export type VerifySoftwareTokenResponseType = 'SUCCESS' | 'ERROR'

export interface VerifyUserAttributeRequest {
  AccessToken: TokenModelType
  AttributeName: AttributeNameType
  Code: ConfirmationCodeType
}

export interface VerifyUserAttributeResponse {
}

export type WebAuthnAuthenticatorAttachmentType = string

export type WebAuthnAuthenticatorTransportType = string

export type WebAuthnAuthenticatorTransportsList = WebAuthnAuthenticatorTransportType[]

export interface WebAuthnConfigurationType {
  RelyingPartyId?: RelyingPartyIdType | undefined
  UserVerification?: UserVerificationType | undefined
  FactorConfiguration?: WebAuthnFactorConfigurationType | undefined
}

export interface WebAuthnCredentialDescription {
  CredentialId: StringType
  FriendlyCredentialName: StringType
  RelyingPartyId: StringType
  AuthenticatorAttachment?: WebAuthnAuthenticatorAttachmentType | undefined
  AuthenticatorTransports: WebAuthnAuthenticatorTransportsList
  CreatedAt: DateType
}

export type WebAuthnCredentialDescriptionListType = WebAuthnCredentialDescription[]

export type WebAuthnCredentialsQueryLimitType = number

export type WebAuthnFactorConfigurationType = 'SINGLE_FACTOR' | 'MULTI_FACTOR_WITH_USER_VERIFICATION'

export interface WebAuthnMfaSettingsType {
  Enabled?: BooleanType | undefined
}

export type WrappedBooleanType = boolean

export type WrappedIntegerType = number

export interface Operations {
  AddCustomAttributes: { input: AddCustomAttributesRequest; output: AddCustomAttributesResponse }
  AddUserPoolClientSecret: { input: AddUserPoolClientSecretRequest; output: AddUserPoolClientSecretResponse }
  AdminAddUserToGroup: { input: AdminAddUserToGroupRequest; output: object }
  AdminConfirmSignUp: { input: AdminConfirmSignUpRequest; output: AdminConfirmSignUpResponse }
  AdminCreateUser: { input: AdminCreateUserRequest; output: AdminCreateUserResponse }
  AdminDeleteSoftwareToken: { input: AdminDeleteSoftwareTokenRequest; output: AdminDeleteSoftwareTokenResponse }
  AdminDeleteUser: { input: AdminDeleteUserRequest; output: object }
  AdminDeleteUserAttributes: { input: AdminDeleteUserAttributesRequest; output: AdminDeleteUserAttributesResponse }
  AdminDisableProviderForUser: { input: AdminDisableProviderForUserRequest; output: AdminDisableProviderForUserResponse }
  AdminDisableUser: { input: AdminDisableUserRequest; output: AdminDisableUserResponse }
  AdminEnableUser: { input: AdminEnableUserRequest; output: AdminEnableUserResponse }
  AdminForgetDevice: { input: AdminForgetDeviceRequest; output: object }
  AdminGetDevice: { input: AdminGetDeviceRequest; output: AdminGetDeviceResponse }
  AdminGetUser: { input: AdminGetUserRequest; output: AdminGetUserResponse }
  AdminGetUserAuthFactors: { input: AdminGetUserAuthFactorsRequest; output: AdminGetUserAuthFactorsResponse }
  AdminInitiateAuth: { input: AdminInitiateAuthRequest; output: AdminInitiateAuthResponse }
  AdminLinkProviderForUser: { input: AdminLinkProviderForUserRequest; output: AdminLinkProviderForUserResponse }
  AdminListDevices: { input: AdminListDevicesRequest; output: AdminListDevicesResponse }
  AdminListGroupsForUser: { input: AdminListGroupsForUserRequest; output: AdminListGroupsForUserResponse }
  AdminListUserAuthEvents: { input: AdminListUserAuthEventsRequest; output: AdminListUserAuthEventsResponse }
  AdminRemoveUserFromGroup: { input: AdminRemoveUserFromGroupRequest; output: object }
  AdminResetUserPassword: { input: AdminResetUserPasswordRequest; output: AdminResetUserPasswordResponse }
  AdminRespondToAuthChallenge: { input: AdminRespondToAuthChallengeRequest; output: AdminRespondToAuthChallengeResponse }
  AdminSetUserMFAPreference: { input: AdminSetUserMFAPreferenceRequest; output: AdminSetUserMFAPreferenceResponse }
  AdminSetUserPassword: { input: AdminSetUserPasswordRequest; output: AdminSetUserPasswordResponse }
  AdminSetUserSettings: { input: AdminSetUserSettingsRequest; output: AdminSetUserSettingsResponse }
  AdminUpdateAuthEventFeedback: { input: AdminUpdateAuthEventFeedbackRequest; output: AdminUpdateAuthEventFeedbackResponse }
  AdminUpdateDeviceStatus: { input: AdminUpdateDeviceStatusRequest; output: AdminUpdateDeviceStatusResponse }
  AdminUpdateUserAttributes: { input: AdminUpdateUserAttributesRequest; output: AdminUpdateUserAttributesResponse }
  AdminUserGlobalSignOut: { input: AdminUserGlobalSignOutRequest; output: AdminUserGlobalSignOutResponse }
  AssociateSoftwareToken: { input: AssociateSoftwareTokenRequest; output: AssociateSoftwareTokenResponse }
  ChangePassword: { input: ChangePasswordRequest; output: ChangePasswordResponse }
  CompleteWebAuthnRegistration: { input: CompleteWebAuthnRegistrationRequest; output: CompleteWebAuthnRegistrationResponse }
  ConfirmDevice: { input: ConfirmDeviceRequest; output: ConfirmDeviceResponse }
  ConfirmForgotPassword: { input: ConfirmForgotPasswordRequest; output: ConfirmForgotPasswordResponse }
  ConfirmSignUp: { input: ConfirmSignUpRequest; output: ConfirmSignUpResponse }
  CreateGroup: { input: CreateGroupRequest; output: CreateGroupResponse }
  CreateIdentityProvider: { input: CreateIdentityProviderRequest; output: CreateIdentityProviderResponse }
  CreateManagedLoginBranding: { input: CreateManagedLoginBrandingRequest; output: CreateManagedLoginBrandingResponse }
  CreateResourceServer: { input: CreateResourceServerRequest; output: CreateResourceServerResponse }
  CreateTerms: { input: CreateTermsRequest; output: CreateTermsResponse }
  CreateUserImportJob: { input: CreateUserImportJobRequest; output: CreateUserImportJobResponse }
  CreateUserPool: { input: CreateUserPoolRequest; output: CreateUserPoolResponse }
  CreateUserPoolClient: { input: CreateUserPoolClientRequest; output: CreateUserPoolClientResponse }
  CreateUserPoolDomain: { input: CreateUserPoolDomainRequest; output: CreateUserPoolDomainResponse }
  CreateUserPoolReplica: { input: CreateUserPoolReplicaRequest; output: CreateUserPoolReplicaResponse }
  DeleteGroup: { input: DeleteGroupRequest; output: object }
  DeleteIdentityProvider: { input: DeleteIdentityProviderRequest; output: object }
  DeleteManagedLoginBranding: { input: DeleteManagedLoginBrandingRequest; output: object }
  DeleteResourceServer: { input: DeleteResourceServerRequest; output: object }
  DeleteTerms: { input: DeleteTermsRequest; output: object }
  DeleteUser: { input: DeleteUserRequest; output: object }
  DeleteUserAttributes: { input: DeleteUserAttributesRequest; output: DeleteUserAttributesResponse }
  DeleteUserPool: { input: DeleteUserPoolRequest; output: object }
  DeleteUserPoolClient: { input: DeleteUserPoolClientRequest; output: object }
  DeleteUserPoolClientSecret: { input: DeleteUserPoolClientSecretRequest; output: DeleteUserPoolClientSecretResponse }
  DeleteUserPoolDomain: { input: DeleteUserPoolDomainRequest; output: DeleteUserPoolDomainResponse }
  DeleteUserPoolReplica: { input: DeleteUserPoolReplicaRequest; output: DeleteUserPoolReplicaResponse }
  DeleteWebAuthnCredential: { input: DeleteWebAuthnCredentialRequest; output: DeleteWebAuthnCredentialResponse }
  DescribeIdentityProvider: { input: DescribeIdentityProviderRequest; output: DescribeIdentityProviderResponse }
  DescribeManagedLoginBranding: { input: DescribeManagedLoginBrandingRequest; output: DescribeManagedLoginBrandingResponse }
  DescribeManagedLoginBrandingByClient: { input: DescribeManagedLoginBrandingByClientRequest; output: DescribeManagedLoginBrandingByClientResponse }
  DescribeResourceServer: { input: DescribeResourceServerRequest; output: DescribeResourceServerResponse }
  DescribeRiskConfiguration: { input: DescribeRiskConfigurationRequest; output: DescribeRiskConfigurationResponse }
  DescribeTerms: { input: DescribeTermsRequest; output: DescribeTermsResponse }
  DescribeTermsByClient: { input: DescribeTermsByClientRequest; output: DescribeTermsByClientResponse }
  DescribeUserImportJob: { input: DescribeUserImportJobRequest; output: DescribeUserImportJobResponse }
  DescribeUserPool: { input: DescribeUserPoolRequest; output: DescribeUserPoolResponse }
  DescribeUserPoolClient: { input: DescribeUserPoolClientRequest; output: DescribeUserPoolClientResponse }
  DescribeUserPoolDomain: { input: DescribeUserPoolDomainRequest; output: DescribeUserPoolDomainResponse }
  ForgetDevice: { input: ForgetDeviceRequest; output: object }
  ForgotPassword: { input: ForgotPasswordRequest; output: ForgotPasswordResponse }
  GetCSVHeader: { input: GetCSVHeaderRequest; output: GetCSVHeaderResponse }
  GetClientToken: { input: GetClientTokenRequest; output: GetClientTokenResponse }
  GetDevice: { input: GetDeviceRequest; output: GetDeviceResponse }
  GetGroup: { input: GetGroupRequest; output: GetGroupResponse }
  GetIdentityProviderByIdentifier: { input: GetIdentityProviderByIdentifierRequest; output: GetIdentityProviderByIdentifierResponse }
  GetLogDeliveryConfiguration: { input: GetLogDeliveryConfigurationRequest; output: GetLogDeliveryConfigurationResponse }
  GetProvisionedLimit: { input: GetProvisionedLimitRequest; output: GetProvisionedLimitResponse }
  GetSigningCertificate: { input: GetSigningCertificateRequest; output: GetSigningCertificateResponse }
  GetTokensFromRefreshToken: { input: GetTokensFromRefreshTokenRequest; output: GetTokensFromRefreshTokenResponse }
  GetUICustomization: { input: GetUICustomizationRequest; output: GetUICustomizationResponse }
  GetUser: { input: GetUserRequest; output: GetUserResponse }
  GetUserAttributeVerificationCode: { input: GetUserAttributeVerificationCodeRequest; output: GetUserAttributeVerificationCodeResponse }
  GetUserAuthFactors: { input: GetUserAuthFactorsRequest; output: GetUserAuthFactorsResponse }
  GetUserPoolMfaConfig: { input: GetUserPoolMfaConfigRequest; output: GetUserPoolMfaConfigResponse }
  GlobalSignOut: { input: GlobalSignOutRequest; output: GlobalSignOutResponse }
  InitiateAuth: { input: InitiateAuthRequest; output: InitiateAuthResponse }
  ListDevices: { input: ListDevicesRequest; output: ListDevicesResponse }
  ListGroups: { input: ListGroupsRequest; output: ListGroupsResponse }
  ListIdentityProviders: { input: ListIdentityProvidersRequest; output: ListIdentityProvidersResponse }
  ListResourceServers: { input: ListResourceServersRequest; output: ListResourceServersResponse }
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse }
  ListTerms: { input: ListTermsRequest; output: ListTermsResponse }
  ListUserImportJobs: { input: ListUserImportJobsRequest; output: ListUserImportJobsResponse }
  ListUserPoolClientSecrets: { input: ListUserPoolClientSecretsRequest; output: ListUserPoolClientSecretsResponse }
  ListUserPoolClients: { input: ListUserPoolClientsRequest; output: ListUserPoolClientsResponse }
  ListUserPoolReplicas: { input: ListUserPoolReplicasRequest; output: ListUserPoolReplicasResponse }
  ListUserPools: { input: ListUserPoolsRequest; output: ListUserPoolsResponse }
  ListUsers: { input: ListUsersRequest; output: ListUsersResponse }
  ListUsersInGroup: { input: ListUsersInGroupRequest; output: ListUsersInGroupResponse }
  ListWebAuthnCredentials: { input: ListWebAuthnCredentialsRequest; output: ListWebAuthnCredentialsResponse }
  ResendConfirmationCode: { input: ResendConfirmationCodeRequest; output: ResendConfirmationCodeResponse }
  RespondToAuthChallenge: { input: RespondToAuthChallengeRequest; output: RespondToAuthChallengeResponse }
  RevokeToken: { input: RevokeTokenRequest; output: RevokeTokenResponse }
  SetLogDeliveryConfiguration: { input: SetLogDeliveryConfigurationRequest; output: SetLogDeliveryConfigurationResponse }
  SetRiskConfiguration: { input: SetRiskConfigurationRequest; output: SetRiskConfigurationResponse }
  SetUICustomization: { input: SetUICustomizationRequest; output: SetUICustomizationResponse }
  SetUserMFAPreference: { input: SetUserMFAPreferenceRequest; output: SetUserMFAPreferenceResponse }
  SetUserPoolMfaConfig: { input: SetUserPoolMfaConfigRequest; output: SetUserPoolMfaConfigResponse }
  SetUserSettings: { input: SetUserSettingsRequest; output: SetUserSettingsResponse }
  SignUp: { input: SignUpRequest; output: SignUpResponse }
  StartUserImportJob: { input: StartUserImportJobRequest; output: StartUserImportJobResponse }
  StartWebAuthnRegistration: { input: StartWebAuthnRegistrationRequest; output: StartWebAuthnRegistrationResponse }
  StopUserImportJob: { input: StopUserImportJobRequest; output: StopUserImportJobResponse }
  TagResource: { input: TagResourceRequest; output: TagResourceResponse }
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse }
  UpdateAuthEventFeedback: { input: UpdateAuthEventFeedbackRequest; output: UpdateAuthEventFeedbackResponse }
  UpdateDeviceStatus: { input: UpdateDeviceStatusRequest; output: UpdateDeviceStatusResponse }
  UpdateGroup: { input: UpdateGroupRequest; output: UpdateGroupResponse }
  UpdateIdentityProvider: { input: UpdateIdentityProviderRequest; output: UpdateIdentityProviderResponse }
  UpdateManagedLoginBranding: { input: UpdateManagedLoginBrandingRequest; output: UpdateManagedLoginBrandingResponse }
  UpdateProvisionedLimit: { input: UpdateProvisionedLimitRequest; output: UpdateProvisionedLimitResponse }
  UpdateResourceServer: { input: UpdateResourceServerRequest; output: UpdateResourceServerResponse }
  UpdateTerms: { input: UpdateTermsRequest; output: UpdateTermsResponse }
  UpdateUserAttributes: { input: UpdateUserAttributesRequest; output: UpdateUserAttributesResponse }
  UpdateUserPool: { input: UpdateUserPoolRequest; output: UpdateUserPoolResponse }
  UpdateUserPoolClient: { input: UpdateUserPoolClientRequest; output: UpdateUserPoolClientResponse }
  UpdateUserPoolDomain: { input: UpdateUserPoolDomainRequest; output: UpdateUserPoolDomainResponse }
  UpdateUserPoolReplica: { input: UpdateUserPoolReplicaRequest; output: UpdateUserPoolReplicaResponse }
  VerifySoftwareToken: { input: VerifySoftwareTokenRequest; output: VerifySoftwareTokenResponse }
  VerifyUserAttribute: { input: VerifyUserAttributeRequest; output: VerifyUserAttributeResponse }
}

export type ExceptionName =
  | 'AccessDeniedException'
  | 'AliasExistsException'
  | 'CodeDeliveryFailureException'
  | 'CodeMismatchException'
  | 'ConcurrentModificationException'
  | 'DeviceKeyExistsException'
  | 'DuplicateProviderException'
  | 'EnableSoftwareTokenMFAException'
  | 'ExpiredCodeException'
  | 'FeatureUnavailableInTierException'
  | 'ForbiddenException'
  | 'GroupExistsException'
  | 'InternalErrorException'
  | 'InternalServerException'
  | 'InvalidEmailRoleAccessPolicyException'
  | 'InvalidLambdaResponseException'
  | 'InvalidOAuthFlowException'
  | 'InvalidParameterException'
  | 'InvalidPasswordException'
  | 'InvalidSmsRoleAccessPolicyException'
  | 'InvalidSmsRoleTrustRelationshipException'
  | 'InvalidUserPoolConfigurationException'
  | 'LimitExceededException'
  | 'MFAMethodNotFoundException'
  | 'ManagedLoginBrandingExistsException'
  | 'NotAuthorizedException'
  | 'OperationNotEnabledException'
  | 'PasswordHistoryPolicyViolationException'
  | 'PasswordResetRequiredException'
  | 'PreconditionNotMetException'
  | 'RefreshTokenReuseException'
  | 'ResourceNotFoundException'
  | 'ScopeDoesNotExistException'
  | 'ServiceQuotaExceededException'
  | 'SoftwareTokenMFANotFoundException'
  | 'TermsExistsException'
  | 'TierChangeNotAllowedException'
  | 'TooManyFailedAttemptsException'
  | 'TooManyRequestsException'
  | 'UnauthorizedException'
  | 'UnexpectedLambdaException'
  | 'UnsupportedIdentityProviderException'
  | 'UnsupportedOperationException'
  | 'UnsupportedTokenTypeException'
  | 'UnsupportedUserStateException'
  | 'UserImportInProgressException'
  | 'UserLambdaValidationException'
  | 'UserNotConfirmedException'
  | 'UserNotFoundException'
  | 'UserPoolAddOnNotEnabledException'
  | 'UserPoolTaggingException'
  | 'UsernameExistsException'
  | 'WebAuthnChallengeNotFoundException'
  | 'WebAuthnClientMismatchException'
  | 'WebAuthnConfigurationMissingException'
  | 'WebAuthnCredentialNotSupportedException'
  | 'WebAuthnNotEnabledException'
  | 'WebAuthnOriginNotAllowedException'
  | 'WebAuthnRelyingPartyMismatchException'
