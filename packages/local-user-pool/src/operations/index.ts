import type { Operations } from '../protocol/types.generated.ts'
import type { Operation } from './operation.ts'

type Index = { readonly [Name in keyof Operations]: () => Promise<Operation<Name>> }

/** All operations of the API. They are loaded one by one, since few are called in any one process. */
export const operations: Index = {
  AddCustomAttributes: async () => (await import('./add-custom-attributes.ts')).AddCustomAttributes,
  AddUserPoolClientSecret: async () =>
    (await import('./add-user-pool-client-secret.ts')).AddUserPoolClientSecret,
  AdminAddUserToGroup: async () => (await import('./admin-add-user-to-group.ts')).AdminAddUserToGroup,
  AdminConfirmSignUp: async () => (await import('./admin-confirm-sign-up.ts')).AdminConfirmSignUp,
  AdminCreateUser: async () => (await import('./admin-create-user.ts')).AdminCreateUser,
  AdminDeleteSoftwareToken: async () =>
    (await import('./admin-delete-software-token.ts')).AdminDeleteSoftwareToken,
  AdminDeleteUser: async () => (await import('./admin-delete-user.ts')).AdminDeleteUser,
  AdminDeleteUserAttributes: async () =>
    (await import('./admin-delete-user-attributes.ts')).AdminDeleteUserAttributes,
  AdminDisableProviderForUser: async () =>
    (await import('./admin-disable-provider-for-user.ts')).AdminDisableProviderForUser,
  AdminDisableUser: async () => (await import('./admin-disable-user.ts')).AdminDisableUser,
  AdminEnableUser: async () => (await import('./admin-enable-user.ts')).AdminEnableUser,
  AdminForgetDevice: async () => (await import('./admin-forget-device.ts')).AdminForgetDevice,
  AdminGetDevice: async () => (await import('./admin-get-device.ts')).AdminGetDevice,
  AdminGetUser: async () => (await import('./admin-get-user.ts')).AdminGetUser,
  AdminGetUserAuthFactors: async () =>
    (await import('./admin-get-user-auth-factors.ts')).AdminGetUserAuthFactors,
  AdminInitiateAuth: async () => (await import('./admin-initiate-auth.ts')).AdminInitiateAuth,
  AdminLinkProviderForUser: async () =>
    (await import('./admin-link-provider-for-user.ts')).AdminLinkProviderForUser,
  AdminListDevices: async () => (await import('./admin-list-devices.ts')).AdminListDevices,
  AdminListGroupsForUser: async () =>
    (await import('./admin-list-groups-for-user.ts')).AdminListGroupsForUser,
  AdminListUserAuthEvents: async () =>
    (await import('./admin-list-user-auth-events.ts')).AdminListUserAuthEvents,
  AdminRemoveUserFromGroup: async () =>
    (await import('./admin-remove-user-from-group.ts')).AdminRemoveUserFromGroup,
  AdminResetUserPassword: async () => (await import('./admin-reset-user-password.ts')).AdminResetUserPassword,
  AdminRespondToAuthChallenge: async () =>
    (await import('./admin-respond-to-auth-challenge.ts')).AdminRespondToAuthChallenge,
  AdminSetUserMFAPreference: async () =>
    (await import('./admin-set-user-mfa-preference.ts')).AdminSetUserMFAPreference,
  AdminSetUserPassword: async () => (await import('./admin-set-user-password.ts')).AdminSetUserPassword,
  AdminSetUserSettings: async () => (await import('./admin-set-user-settings.ts')).AdminSetUserSettings,
  AdminUpdateAuthEventFeedback: async () =>
    (await import('./admin-update-auth-event-feedback.ts')).AdminUpdateAuthEventFeedback,
  AdminUpdateDeviceStatus: async () =>
    (await import('./admin-update-device-status.ts')).AdminUpdateDeviceStatus,
  AdminUpdateUserAttributes: async () =>
    (await import('./admin-update-user-attributes.ts')).AdminUpdateUserAttributes,
  AdminUserGlobalSignOut: async () =>
    (await import('./admin-user-global-sign-out.ts')).AdminUserGlobalSignOut,
  AssociateSoftwareToken: async () => (await import('./associate-software-token.ts')).AssociateSoftwareToken,
  ChangePassword: async () => (await import('./change-password.ts')).ChangePassword,
  CompleteWebAuthnRegistration: async () =>
    (await import('./complete-web-authn-registration.ts')).CompleteWebAuthnRegistration,
  ConfirmDevice: async () => (await import('./confirm-device.ts')).ConfirmDevice,
  ConfirmForgotPassword: async () => (await import('./confirm-forgot-password.ts')).ConfirmForgotPassword,
  ConfirmSignUp: async () => (await import('./confirm-sign-up.ts')).ConfirmSignUp,
  CreateGroup: async () => (await import('./create-group.ts')).CreateGroup,
  CreateIdentityProvider: async () => (await import('./create-identity-provider.ts')).CreateIdentityProvider,
  CreateManagedLoginBranding: async () =>
    (await import('./create-managed-login-branding.ts')).CreateManagedLoginBranding,
  CreateResourceServer: async () => (await import('./create-resource-server.ts')).CreateResourceServer,
  CreateTerms: async () => (await import('./create-terms.ts')).CreateTerms,
  CreateUserImportJob: async () => (await import('./create-user-import-job.ts')).CreateUserImportJob,
  CreateUserPool: async () => (await import('./create-user-pool.ts')).CreateUserPool,
  CreateUserPoolClient: async () => (await import('./create-user-pool-client.ts')).CreateUserPoolClient,
  CreateUserPoolDomain: async () => (await import('./create-user-pool-domain.ts')).CreateUserPoolDomain,
  CreateUserPoolReplica: async () => (await import('./create-user-pool-replica.ts')).CreateUserPoolReplica,
  DeleteGroup: async () => (await import('./delete-group.ts')).DeleteGroup,
  DeleteIdentityProvider: async () => (await import('./delete-identity-provider.ts')).DeleteIdentityProvider,
  DeleteManagedLoginBranding: async () =>
    (await import('./delete-managed-login-branding.ts')).DeleteManagedLoginBranding,
  DeleteResourceServer: async () => (await import('./delete-resource-server.ts')).DeleteResourceServer,
  DeleteTerms: async () => (await import('./delete-terms.ts')).DeleteTerms,
  DeleteUser: async () => (await import('./delete-user.ts')).DeleteUser,
  DeleteUserAttributes: async () => (await import('./delete-user-attributes.ts')).DeleteUserAttributes,
  DeleteUserPool: async () => (await import('./delete-user-pool.ts')).DeleteUserPool,
  DeleteUserPoolClient: async () => (await import('./delete-user-pool-client.ts')).DeleteUserPoolClient,
  DeleteUserPoolClientSecret: async () =>
    (await import('./delete-user-pool-client-secret.ts')).DeleteUserPoolClientSecret,
  DeleteUserPoolDomain: async () => (await import('./delete-user-pool-domain.ts')).DeleteUserPoolDomain,
  DeleteUserPoolReplica: async () => (await import('./delete-user-pool-replica.ts')).DeleteUserPoolReplica,
  DeleteWebAuthnCredential: async () =>
    (await import('./delete-web-authn-credential.ts')).DeleteWebAuthnCredential,
  DescribeIdentityProvider: async () =>
    (await import('./describe-identity-provider.ts')).DescribeIdentityProvider,
  DescribeManagedLoginBranding: async () =>
    (await import('./describe-managed-login-branding.ts')).DescribeManagedLoginBranding,
  DescribeManagedLoginBrandingByClient: async () =>
    (await import('./describe-managed-login-branding-by-client.ts')).DescribeManagedLoginBrandingByClient,
  DescribeResourceServer: async () => (await import('./describe-resource-server.ts')).DescribeResourceServer,
  DescribeRiskConfiguration: async () =>
    (await import('./describe-risk-configuration.ts')).DescribeRiskConfiguration,
  DescribeTerms: async () => (await import('./describe-terms.ts')).DescribeTerms,
  DescribeTermsByClient: async () => (await import('./describe-terms-by-client.ts')).DescribeTermsByClient,
  DescribeUserImportJob: async () => (await import('./describe-user-import-job.ts')).DescribeUserImportJob,
  DescribeUserPool: async () => (await import('./describe-user-pool.ts')).DescribeUserPool,
  DescribeUserPoolClient: async () => (await import('./describe-user-pool-client.ts')).DescribeUserPoolClient,
  DescribeUserPoolDomain: async () => (await import('./describe-user-pool-domain.ts')).DescribeUserPoolDomain,
  ForgetDevice: async () => (await import('./forget-device.ts')).ForgetDevice,
  ForgotPassword: async () => (await import('./forgot-password.ts')).ForgotPassword,
  GetClientToken: async () => (await import('./get-client-token.ts')).GetClientToken,
  GetCSVHeader: async () => (await import('./get-csv-header.ts')).GetCSVHeader,
  GetDevice: async () => (await import('./get-device.ts')).GetDevice,
  GetGroup: async () => (await import('./get-group.ts')).GetGroup,
  GetIdentityProviderByIdentifier: async () =>
    (await import('./get-identity-provider-by-identifier.ts')).GetIdentityProviderByIdentifier,
  GetLogDeliveryConfiguration: async () =>
    (await import('./get-log-delivery-configuration.ts')).GetLogDeliveryConfiguration,
  GetProvisionedLimit: async () => (await import('./get-provisioned-limit.ts')).GetProvisionedLimit,
  GetSigningCertificate: async () => (await import('./get-signing-certificate.ts')).GetSigningCertificate,
  GetTokensFromRefreshToken: async () =>
    (await import('./get-tokens-from-refresh-token.ts')).GetTokensFromRefreshToken,
  GetUICustomization: async () => (await import('./get-ui-customization.ts')).GetUICustomization,
  GetUser: async () => (await import('./get-user.ts')).GetUser,
  GetUserAttributeVerificationCode: async () =>
    (await import('./get-user-attribute-verification-code.ts')).GetUserAttributeVerificationCode,
  GetUserAuthFactors: async () => (await import('./get-user-auth-factors.ts')).GetUserAuthFactors,
  GetUserPoolMfaConfig: async () => (await import('./get-user-pool-mfa-config.ts')).GetUserPoolMfaConfig,
  GlobalSignOut: async () => (await import('./global-sign-out.ts')).GlobalSignOut,
  InitiateAuth: async () => (await import('./initiate-auth.ts')).InitiateAuth,
  ListDevices: async () => (await import('./list-devices.ts')).ListDevices,
  ListGroups: async () => (await import('./list-groups.ts')).ListGroups,
  ListIdentityProviders: async () => (await import('./list-identity-providers.ts')).ListIdentityProviders,
  ListResourceServers: async () => (await import('./list-resource-servers.ts')).ListResourceServers,
  ListTagsForResource: async () => (await import('./list-tags-for-resource.ts')).ListTagsForResource,
  ListTerms: async () => (await import('./list-terms.ts')).ListTerms,
  ListUserImportJobs: async () => (await import('./list-user-import-jobs.ts')).ListUserImportJobs,
  ListUserPoolClientSecrets: async () =>
    (await import('./list-user-pool-client-secrets.ts')).ListUserPoolClientSecrets,
  ListUserPoolClients: async () => (await import('./list-user-pool-clients.ts')).ListUserPoolClients,
  ListUserPoolReplicas: async () => (await import('./list-user-pool-replicas.ts')).ListUserPoolReplicas,
  ListUserPools: async () => (await import('./list-user-pools.ts')).ListUserPools,
  ListUsers: async () => (await import('./list-users.ts')).ListUsers,
  ListUsersInGroup: async () => (await import('./list-users-in-group.ts')).ListUsersInGroup,
  ListWebAuthnCredentials: async () =>
    (await import('./list-web-authn-credentials.ts')).ListWebAuthnCredentials,
  ResendConfirmationCode: async () => (await import('./resend-confirmation-code.ts')).ResendConfirmationCode,
  RespondToAuthChallenge: async () => (await import('./respond-to-auth-challenge.ts')).RespondToAuthChallenge,
  RevokeToken: async () => (await import('./revoke-token.ts')).RevokeToken,
  SetLogDeliveryConfiguration: async () =>
    (await import('./set-log-delivery-configuration.ts')).SetLogDeliveryConfiguration,
  SetRiskConfiguration: async () => (await import('./set-risk-configuration.ts')).SetRiskConfiguration,
  SetUICustomization: async () => (await import('./set-ui-customization.ts')).SetUICustomization,
  SetUserMFAPreference: async () => (await import('./set-user-mfa-preference.ts')).SetUserMFAPreference,
  SetUserPoolMfaConfig: async () => (await import('./set-user-pool-mfa-config.ts')).SetUserPoolMfaConfig,
  SetUserSettings: async () => (await import('./set-user-settings.ts')).SetUserSettings,
  SignUp: async () => (await import('./sign-up.ts')).SignUp,
  StartUserImportJob: async () => (await import('./start-user-import-job.ts')).StartUserImportJob,
  StartWebAuthnRegistration: async () =>
    (await import('./start-web-authn-registration.ts')).StartWebAuthnRegistration,
  StopUserImportJob: async () => (await import('./stop-user-import-job.ts')).StopUserImportJob,
  TagResource: async () => (await import('./tag-resource.ts')).TagResource,
  UntagResource: async () => (await import('./untag-resource.ts')).UntagResource,
  UpdateAuthEventFeedback: async () =>
    (await import('./update-auth-event-feedback.ts')).UpdateAuthEventFeedback,
  UpdateDeviceStatus: async () => (await import('./update-device-status.ts')).UpdateDeviceStatus,
  UpdateGroup: async () => (await import('./update-group.ts')).UpdateGroup,
  UpdateIdentityProvider: async () => (await import('./update-identity-provider.ts')).UpdateIdentityProvider,
  UpdateManagedLoginBranding: async () =>
    (await import('./update-managed-login-branding.ts')).UpdateManagedLoginBranding,
  UpdateProvisionedLimit: async () => (await import('./update-provisioned-limit.ts')).UpdateProvisionedLimit,
  UpdateResourceServer: async () => (await import('./update-resource-server.ts')).UpdateResourceServer,
  UpdateTerms: async () => (await import('./update-terms.ts')).UpdateTerms,
  UpdateUserAttributes: async () => (await import('./update-user-attributes.ts')).UpdateUserAttributes,
  UpdateUserPool: async () => (await import('./update-user-pool.ts')).UpdateUserPool,
  UpdateUserPoolClient: async () => (await import('./update-user-pool-client.ts')).UpdateUserPoolClient,
  UpdateUserPoolDomain: async () => (await import('./update-user-pool-domain.ts')).UpdateUserPoolDomain,
  UpdateUserPoolReplica: async () => (await import('./update-user-pool-replica.ts')).UpdateUserPoolReplica,
  VerifySoftwareToken: async () => (await import('./verify-software-token.ts')).VerifySoftwareToken,
  VerifyUserAttribute: async () => (await import('./verify-user-attribute.ts')).VerifyUserAttribute,
}

const loaded = new Map<string, Operation>()

/** The operation of that name, loaded when it is asked for first. */
export async function operationOf(name: keyof Operations): Promise<Operation> {
  const known = loaded.get(name)
  if (known) return known
  const operation: Operation = await operations[name]()
  loaded.set(name, operation)
  return operation
}
