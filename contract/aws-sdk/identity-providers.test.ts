import {
  AdminDisableProviderForUserCommand,
  AdminLinkProviderForUserCommand,
  CreateIdentityProviderCommand,
  DeleteIdentityProviderCommand,
  DescribeIdentityProviderCommand,
  DuplicateProviderException,
  GetIdentityProviderByIdentifierCommand,
  InvalidParameterException,
  ListIdentityProvidersCommand,
  paginateListIdentityProviders,
  ResourceNotFoundException,
  UpdateIdentityProviderCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser } from '../people.ts'
import { refusal } from '../refusal.ts'
import { tokensOf } from '../srp.ts'
import { startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

const provider = (ProviderName: string) =>
  new CreateIdentityProviderCommand({
    UserPoolId: target.userPoolId,
    ProviderName,
    ProviderType: 'OIDC',
    ProviderDetails: { client_id: 'id', oidc_issuer: 'https://issuer.example.com' },
    IdpIdentifiers: [`${ProviderName}.example.com`],
  })

test('makes providers once, finds, changes, lists and deletes them', async () => {
  const { admin, userPoolId: UserPoolId } = target
  for (const name of ['Aaa', 'Bbb', 'Ccc']) await admin.send(provider(name))
  await refusal(admin.send(provider('Aaa')), DuplicateProviderException)
  const found = await admin.send(
    new GetIdentityProviderByIdentifierCommand({ UserPoolId, IdpIdentifier: 'Bbb.example.com' }),
  )
  expect(found.IdentityProvider?.ProviderName).toBe('Bbb')

  const AttributeMapping = { email: 'email' }
  await admin.send(new UpdateIdentityProviderCommand({ UserPoolId, ProviderName: 'Aaa', AttributeMapping }))
  const read = await admin.send(new DescribeIdentityProviderCommand({ UserPoolId, ProviderName: 'Aaa' }))
  expect(read.IdentityProvider).toMatchObject({ AttributeMapping, ProviderDetails: { client_id: 'id' } })
  expect(read.IdentityProvider?.LastModifiedDate).toBeInstanceOf(Date)

  const pages = []
  for await (const page of paginateListIdentityProviders({ client: admin, pageSize: 2 }, { UserPoolId })) {
    pages.push(page.Providers?.map(({ ProviderName }) => ProviderName))
  }
  expect(pages).toEqual([['Aaa', 'Bbb'], ['Ccc']])

  await admin.send(new DeleteIdentityProviderCommand({ UserPoolId, ProviderName: 'Bbb' }))
  await refusal(
    admin.send(new DescribeIdentityProviderCommand({ UserPoolId, ProviderName: 'Bbb' })),
    ResourceNotFoundException,
  )
  const { Providers } = await admin.send(new ListIdentityProvidersCommand({ UserPoolId }))
  expect(Providers).toHaveLength(2)
})

test('links a user to somebody at a provider, which the ID token tells, and parts them again', async () => {
  const { admin, userPoolId: UserPoolId } = target
  await admin.send(provider('Linked'))
  const person = await confirmedUser(target)
  const source = {
    ProviderName: 'Linked',
    ProviderAttributeName: 'Cognito_Subject',
    ProviderAttributeValue: '42',
  }
  const link = new AdminLinkProviderForUserCommand({
    UserPoolId,
    DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: person.sub },
    SourceUser: source,
  })
  await admin.send(link)
  await refusal(admin.send(link), InvalidParameterException)
  expect(decodeJwt((await tokensOf(target, person)).idToken).identities).toMatchObject([
    { userId: '42', providerName: 'Linked', providerType: 'OIDC' },
  ])
  await admin.send(new AdminDisableProviderForUserCommand({ UserPoolId, User: source }))
  expect(decodeJwt((await tokensOf(target, person)).idToken)).not.toHaveProperty('identities')
})
