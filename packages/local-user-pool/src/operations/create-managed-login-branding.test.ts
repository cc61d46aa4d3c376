import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Settings = { components: { form: { borderRadius: 8 } } }
const Assets = [{ Category: 'FORM_LOGO', ColorMode: 'LIGHT', Extension: 'SVG', Bytes: 'PHN2Zy8+' } as const]

test('makes the style of a client, as it is given', async () => {
  const { call, now, userPoolId: UserPoolId, clientId: ClientId } = await testPool()
  const input = { UserPoolId, ClientId, Settings, Assets: [...Assets] }
  const { ManagedLoginBranding } = await call('CreateManagedLoginBranding', input)
  expect(ManagedLoginBranding).toEqual({
    ManagedLoginBrandingId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    UserPoolId,
    UseCognitoProvidedValues: false,
    Settings,
    Assets,
    CreationDate: now() / 1000,
    LastModifiedDate: now() / 1000,
  })
})

test('refuses a second one of the client; another client has its own', async () => {
  const { call, client, refusal, userPoolId: UserPoolId, clientId: ClientId } = await testPool()
  await call('CreateManagedLoginBranding', { UserPoolId, ClientId })
  expect(await refusal('CreateManagedLoginBranding', { UserPoolId, ClientId })).toEqual(
    refused('ManagedLoginBrandingExists', 'The client has a managed login branding already.'),
  )
  const other = await client()
  await call('CreateManagedLoginBranding', { UserPoolId, ClientId: other.ClientId })
})

test('refuses one’s own values beside Cognito’s', async () => {
  const { refusal, userPoolId: UserPoolId, clientId: ClientId } = await testPool()
  const input = { UserPoolId, ClientId, UseCognitoProvidedValues: true, Settings }
  expect(await refusal('CreateManagedLoginBranding', input)).toEqual(
    refused('InvalidParameter', 'Settings and Assets must be left out with UseCognitoProvidedValues.'),
  )
})
