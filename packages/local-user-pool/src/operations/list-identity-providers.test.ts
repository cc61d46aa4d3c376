import { expect, test } from 'vitest'
import { poolWithProviders } from '../test-providers.ts'

test('pages through the providers without their details', async () => {
  const { call, now, UserPoolId } = await poolWithProviders('Ccc', 'Aaa', 'Bbb')
  const first = await call('ListIdentityProviders', { UserPoolId, MaxResults: 2 })
  const { NextToken } = first
  const rest = await call('ListIdentityProviders', { UserPoolId, MaxResults: 2, NextToken })
  const date = { CreationDate: now() / 1000, LastModifiedDate: now() / 1000 }
  expect([first.Providers, rest.Providers]).toEqual([
    ['Aaa', 'Bbb'].map((ProviderName) => ({ ProviderName, ProviderType: 'OIDC', ...date })),
    [{ ProviderName: 'Ccc', ProviderType: 'OIDC', ...date }],
  ])
  expect(rest).not.toHaveProperty('NextToken')
})

test('holds 50 at most', async () => {
  const names = Array.from({ length: 51 }, (_, index) => `idp-${index}`)
  const { call, UserPoolId } = await poolWithProviders(...names)
  for (const input of [{}, { MaxResults: 0 }, { MaxResults: 60 }]) {
    expect((await call('ListIdentityProviders', { UserPoolId, ...input })).Providers).toHaveLength(50)
  }
})
