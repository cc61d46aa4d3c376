import { brandedPool } from '../test-branding.ts'
import { newJob } from '../test-import.ts'
import { testPool } from '../test-pool.ts'
import { poolWithProviders } from '../test-providers.ts'
import { links, poolWithTerms } from '../test-terms.ts'
import { email, named, repeatedly, withUser } from './arranged.ts'
import { nobody } from './of-the-model.ts'
import type { Provocations } from './provocation.ts'

const tooManyTags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, 'a']))
const LimitDefinition = { LimitClass: 'API_CATEGORY', Attributes: { Category: 'None' } } as const

/** A pool that does not protect from threats. */
const unprotected = async (more: object = {}) => {
  const { pool, UserPoolId, Username } = await withUser()
  return [pool, { UserPoolId, Username, EventId: 'a', FeedbackValue: 'Valid', ...more }] as const
}

const withOAuth = async (settings: object) => {
  const { pool, UserPoolId, ClientId } = named(await testPool())
  return [pool, { UserPoolId, ClientId, ClientName: 'web', ...settings }] as const
}
const unknownScope = () => withOAuth({ AllowedOAuthScopes: ['nowhere/read'] })
const machineWithoutSecret = () => withOAuth({ AllowedOAuthFlows: ['client_credentials'] })

/** Somebody of no identity provider, or of one. */
const person = (ProviderAttributeValue: string, ProviderName = 'Cognito') => ({
  ProviderName,
  ProviderAttributeValue,
})

/** Pools and what belongs to them. */
export const administration: Provocations = {
  AddUserPoolClientSecret: {
    async LimitExceeded() {
      const { pool, UserPoolId } = named(await testPool())
      const { ClientId } = await pool.client({ GenerateSecret: true })
      await pool.call('AddUserPoolClientSecret', { UserPoolId, ClientId })
      return [pool, { UserPoolId, ClientId }]
    },
  },
  AdminLinkProviderForUser: {
    async LimitExceeded() {
      const pool = await poolWithProviders('Other')
      const { UserPoolId } = pool
      await pool.confirmedUser(email)
      const link = (count: number) => ({
        UserPoolId,
        DestinationUser: person(email),
        SourceUser: person(`person${count}`, 'Other'),
      })
      await repeatedly(5, (count) => pool.call('AdminLinkProviderForUser', link(count)))
      return [pool, link(6)]
    },
    async UserNotFound() {
      const pool = await poolWithProviders('Other')
      const SourceUser = person('person', 'Other')
      return [pool, { UserPoolId: pool.UserPoolId, DestinationUser: person(nobody), SourceUser }]
    },
  },
  AdminDisableProviderForUser: {
    async UserNotFound() {
      const pool = await testPool()
      return [pool, { UserPoolId: pool.userPoolId, User: person(nobody) }]
    },
  },
  AdminListUserAuthEvents: { UserPoolAddOnNotEnabled: unprotected },
  AdminUpdateAuthEventFeedback: { UserPoolAddOnNotEnabled: unprotected },
  CreateGroup: {
    async GroupExists() {
      const { pool, UserPoolId } = named(await testPool())
      await pool.call('CreateGroup', { UserPoolId, GroupName: 'staff' })
      return [pool, { UserPoolId, GroupName: 'staff' }]
    },
  },
  CreateIdentityProvider: {
    async DuplicateProvider() {
      const pool = await poolWithProviders('Other')
      return [pool, provider(pool.UserPoolId, 'Other')]
    },
    async LimitExceeded() {
      const { pool, UserPoolId } = named(await testPool())
      await repeatedly(300, (count) =>
        pool.call('CreateIdentityProvider', provider(UserPoolId, `Other${count}`)),
      )
      return [pool, provider(UserPoolId, 'Other')]
    },
  },
  CreateManagedLoginBranding: {
    async ManagedLoginBrandingExists() {
      const pool = await brandedPool()
      return [pool, { UserPoolId: pool.UserPoolId, ClientId: pool.ClientId }]
    },
  },
  CreateResourceServer: {
    async LimitExceeded() {
      const { pool, UserPoolId } = named(await testPool())
      const server = (count: number) => ({ UserPoolId, Identifier: `api${count}`, Name: 'API' })
      await repeatedly(25, (count) => pool.call('CreateResourceServer', server(count)))
      return [pool, server(26)]
    },
  },
  CreateTerms: {
    async TermsExists() {
      const pool = await poolWithTerms()
      return [pool, { ...named(pool), ...links, TermsName: 'terms-of-use' }]
    },
  },
  CreateUserPool: {
    UserPoolTagging: async () => [await testPool(), { PoolName: 'test', UserPoolTags: tooManyTags }],
  },
  CreateUserPoolClient: { InvalidOAuthFlow: machineWithoutSecret, ScopeDoesNotExist: unknownScope },
  DescribeRiskConfiguration: { UserPoolAddOnNotEnabled: unprotected },
  GetClientToken: {
    async NotAuthorized() {
      const { pool, ClientId } = named(await testPool())
      return [pool, { ClientId, Secret: 'a'.repeat(24) }]
    },
  },
  GetProvisionedLimit: { ResourceNotFound: async () => [await testPool(), { LimitDefinition }] },
  SetRiskConfiguration: { UserPoolAddOnNotEnabled: unprotected },
  StartUserImportJob: {
    async PreconditionNotMet() {
      const pool = await testPool()
      return [pool, await newJob(pool)]
    },
  },
  StopUserImportJob: {
    async PreconditionNotMet() {
      const pool = await testPool()
      const { UserPoolId, JobId } = await newJob(pool)
      await pool.call('StopUserImportJob', { UserPoolId, JobId })
      return [pool, { UserPoolId, JobId }]
    },
  },
  UpdateAuthEventFeedback: {
    async NotAuthorized() {
      const { pool, UserPoolId, Username } = await withUser({
        UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
      })
      return [pool, { UserPoolId, Username, EventId: 'a', FeedbackToken: 'a', FeedbackValue: 'Valid' }]
    },
    UserPoolAddOnNotEnabled: () => unprotected({ FeedbackToken: 'a' }),
  },
  UpdateProvisionedLimit: {
    ResourceNotFound: async () => [await testPool(), { LimitDefinition, RequestedLimitValue: 1 }],
  },
  UpdateTerms: {
    async TermsExists() {
      const pool = await poolWithTerms()
      const { UserPoolId, ClientId } = named(pool)
      const more = { UserPoolId, ClientId, ...links, TermsName: 'privacy-policy' } as const
      const { Terms } = await pool.call('CreateTerms', more)
      return [pool, { UserPoolId, TermsId: Terms?.TermsId, TermsName: 'terms-of-use' }]
    },
  },
  UpdateUserPool: {
    async UserPoolTagging() {
      const pool = await testPool()
      return [pool, { UserPoolId: pool.userPoolId, UserPoolTags: tooManyTags }]
    },
  },
  UpdateUserPoolClient: { InvalidOAuthFlow: machineWithoutSecret, ScopeDoesNotExist: unknownScope },
}

const provider = (UserPoolId: string, ProviderName: string) => ({
  UserPoolId,
  ProviderName,
  ProviderType: 'OIDC' as const,
  ProviderDetails: { client_id: 'a' },
})
