import { expect, test } from 'vitest'
import { brandedPool, noBranding } from '../test-branding.ts'
import { refused } from '../test-pool.ts'

test('changes what is given and keeps the rest', async () => {
  const { call, wait, UserPoolId, ManagedLoginBranding, ManagedLoginBrandingId } = await brandedPool()
  wait({ minutes: 1 })
  const Settings = { color: 'blue' }
  const input = { UserPoolId, ManagedLoginBrandingId, Settings }
  expect(await call('UpdateManagedLoginBranding', input)).toEqual({
    ManagedLoginBranding: {
      ...ManagedLoginBranding,
      Settings,
      LastModifiedDate: (ManagedLoginBranding.LastModifiedDate ?? 0) + 60,
    },
  })
})

test('Cognito’s values take the place of one’s own, which take theirs again', async () => {
  const { call, UserPoolId, ClientId, ManagedLoginBrandingId } = await brandedPool()
  const input = { UserPoolId, ManagedLoginBrandingId }
  await call('UpdateManagedLoginBranding', { ...input, UseCognitoProvidedValues: true })
  const shown = async () =>
    (await call('DescribeManagedLoginBrandingByClient', { UserPoolId, ClientId })).ManagedLoginBranding
  expect(await shown()).toMatchObject({ UseCognitoProvidedValues: true })
  expect(await shown()).not.toHaveProperty('Settings')
  await call('UpdateManagedLoginBranding', { ...input, Settings: { color: 'blue' } })
  expect(await shown()).toMatchObject({ UseCognitoProvidedValues: false, Settings: { color: 'blue' } })
})

test('refuses one that is not there', async () => {
  const { refusal, UserPoolId } = await brandedPool()
  const none = { UserPoolId, ManagedLoginBrandingId: noBranding }
  expect(await refusal('UpdateManagedLoginBranding', none)).toEqual(
    refused('ResourceNotFound', `Managed login branding ${noBranding} does not exist.`),
  )
})
