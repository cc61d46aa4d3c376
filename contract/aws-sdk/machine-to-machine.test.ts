import {
  AddUserPoolClientSecretCommand,
  CreateResourceServerCommand,
  DeleteResourceServerCommand,
  DeleteUserPoolClientSecretCommand,
  DescribeResourceServerCommand,
  DescribeUserPoolClientCommand,
  GetClientTokenCommand,
  LimitExceededException,
  ListResourceServersCommand,
  ListUserPoolClientSecretsCommand,
  NotAuthorizedException,
  paginateListResourceServers,
  ResourceNotFoundException,
  UpdateResourceServerCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { JwtVerifier } from 'aws-jwt-verify'
import type { Jwks } from 'aws-jwt-verify/jwk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { newClient, present, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

const scope = (ScopeName: string) => ({ ScopeName, ScopeDescription: ScopeName })

test('makes resource servers, changes one, lists them a page at a time and deletes one', async () => {
  const { admin, userPoolId: UserPoolId } = target
  for (const Identifier of ['list-a', 'list-b', 'list-c']) {
    await admin.send(new CreateResourceServerCommand({ UserPoolId, Identifier, Name: Identifier }))
  }
  await admin.send(
    new UpdateResourceServerCommand({ UserPoolId, Identifier: 'list-a', Name: 'A', Scopes: [scope('read')] }),
  )
  const described = await admin.send(new DescribeResourceServerCommand({ UserPoolId, Identifier: 'list-a' }))
  expect(described.ResourceServer).toMatchObject({ Name: 'A', Scopes: [scope('read')] })

  const pages = []
  for await (const page of paginateListResourceServers({ client: admin, pageSize: 2 }, { UserPoolId })) {
    pages.push(page.ResourceServers?.map(({ Identifier }) => Identifier))
  }
  expect(pages).toEqual([['list-a', 'list-b'], ['list-c']])

  await admin.send(new DeleteResourceServerCommand({ UserPoolId, Identifier: 'list-a' }))
  await refusal(
    admin.send(new DescribeResourceServerCommand({ UserPoolId, Identifier: 'list-a' })),
    ResourceNotFoundException,
  )
  const { ResourceServers } = await admin.send(new ListResourceServersCommand({ UserPoolId, MaxResults: 50 }))
  expect(ResourceServers).toHaveLength(2)
})

test('a machine gets a token that verifies, while its secret is being replaced', async () => {
  const { admin, userPoolId: UserPoolId, issuer } = target
  await admin.send(
    new CreateResourceServerCommand({ UserPoolId, Identifier: 'api', Name: 'API', Scopes: [scope('read')] }),
  )
  const ClientId = await newClient(target, {
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['api/read'],
  })
  const client = { UserPoolId, ClientId }
  const { UserPoolClient } = await admin.send(new DescribeUserPoolClientCommand(client))
  const first = present(UserPoolClient?.ClientSecret)
  const { ClientSecretDescriptor } = await admin.send(new AddUserPoolClientSecretCommand(client))
  const second = present(ClientSecretDescriptor?.ClientSecretValue)
  await refusal(admin.send(new AddUserPoolClientSecretCommand(client)), LimitExceededException)

  const verifier = JwtVerifier.create({ issuer, audience: null, jwksUri: `${issuer}/.well-known/jwks.json` })
  verifier.cacheJwks((await (await fetch(`${issuer}/.well-known/jwks.json`)).json()) as Jwks)
  for (const Secret of [first, second]) {
    const { ClientAuthenticationResult } = await admin.send(new GetClientTokenCommand({ ClientId, Secret }))
    const claims = await verifier.verify(present(ClientAuthenticationResult?.AccessToken))
    expect(claims).toMatchObject({ token_use: 'access', client_id: ClientId, scope: 'api/read' })
  }

  const { ClientSecrets } = await admin.send(new ListUserPoolClientSecretsCommand(client))
  expect(ClientSecrets?.[1]).toMatchObject({ ClientSecretId: ClientSecretDescriptor?.ClientSecretId })
  const { ClientSecretId } = present(ClientSecrets?.[0])
  await admin.send(new DeleteUserPoolClientSecretCommand({ ...client, ClientSecretId }))
  await refusal(admin.send(new GetClientTokenCommand({ ClientId, Secret: first })), NotAuthorizedException)
  await admin.send(new GetClientTokenCommand({ ClientId, Secret: second }))
})
