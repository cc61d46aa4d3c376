import {
  CreateManagedLoginBrandingCommand,
  CreateTermsCommand,
  CreateUserPoolDomainCommand,
  DeleteManagedLoginBrandingCommand,
  DeleteTermsCommand,
  DeleteUserPoolDomainCommand,
  DescribeManagedLoginBrandingByClientCommand,
  DescribeManagedLoginBrandingCommand,
  DescribeTermsByClientCommand,
  DescribeTermsCommand,
  DescribeUserPoolDomainCommand,
  GetUICustomizationCommand,
  InvalidParameterException,
  ListTermsCommand,
  ManagedLoginBrandingExistsException,
  ResourceNotFoundException,
  SetUICustomizationCommand,
  TermsExistsException,
  UpdateManagedLoginBrandingCommand,
  UpdateTermsCommand,
  UpdateUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { present, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

test('gives a pool a domain with a style of the classic hosted UI, and takes the domain away', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const Domain = 'genkan-contract'
  await refusal(
    admin.send(new SetUICustomizationCommand({ UserPoolId, CSS: '.x {}' })),
    InvalidParameterException,
  )
  await admin.send(new CreateUserPoolDomainCommand({ UserPoolId, Domain }))
  await admin.send(new UpdateUserPoolDomainCommand({ UserPoolId, Domain, ManagedLoginVersion: 2 }))
  const { DomainDescription } = await admin.send(new DescribeUserPoolDomainCommand({ Domain }))
  expect(DomainDescription).toMatchObject({ UserPoolId, Status: 'ACTIVE', ManagedLoginVersion: 2 })

  const ImageFile = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  await admin.send(new SetUICustomizationCommand({ UserPoolId, CSS: '.x {}', ImageFile }))
  const { UICustomization } = await admin.send(new GetUICustomizationCommand({ UserPoolId }))
  expect(UICustomization).toMatchObject({ CSS: '.x {}', ClientId: 'ALL' })
  const image = await fetch(present(UICustomization?.ImageUrl))
  expect(image.headers.get('content-type')).toBe('image/png')
  expect(new Uint8Array(await image.arrayBuffer())).toEqual(ImageFile)

  await admin.send(new DeleteUserPoolDomainCommand({ UserPoolId, Domain }))
  await refusal(
    admin.send(new DeleteUserPoolDomainCommand({ UserPoolId, Domain })),
    InvalidParameterException,
  )
})

test('gives a client one style of managed login, changes it and takes it away', async () => {
  const { admin, userPoolId: UserPoolId, clientId: ClientId } = target
  const create = new CreateManagedLoginBrandingCommand({ UserPoolId, ClientId, Settings: { a: [1, null] } })
  const { ManagedLoginBranding } = await admin.send(create)
  const ManagedLoginBrandingId = present(ManagedLoginBranding?.ManagedLoginBrandingId)
  await refusal(admin.send(create), ManagedLoginBrandingExistsException)
  const branding = { UserPoolId, ManagedLoginBrandingId }
  await admin.send(new UpdateManagedLoginBrandingCommand({ ...branding, Settings: { b: true } }))
  const byId = await admin.send(new DescribeManagedLoginBrandingCommand(branding))
  expect(byId.ManagedLoginBranding?.Settings).toEqual({ b: true })
  const byClient = await admin.send(new DescribeManagedLoginBrandingByClientCommand({ UserPoolId, ClientId }))
  expect(byClient.ManagedLoginBranding).toEqual(byId.ManagedLoginBranding)
  await admin.send(new DeleteManagedLoginBrandingCommand(branding))
  await refusal(admin.send(new DescribeManagedLoginBrandingCommand(branding)), ResourceNotFoundException)
})

test('gives a client terms of use, changes, lists and deletes them', async () => {
  const { admin, userPoolId: UserPoolId, clientId: ClientId } = target
  const TermsName = 'terms-of-use'
  const create = new CreateTermsCommand({
    UserPoolId,
    ClientId,
    TermsName,
    TermsSource: 'LINK',
    Enforcement: 'NONE',
    Links: { 'cognito:default': 'https://example.com/terms' },
  })
  const { Terms } = await admin.send(create)
  const TermsId = present(Terms?.TermsId)
  await refusal(admin.send(create), TermsExistsException)
  const Links = { 'cognito:japanese': 'https://example.com/ja' }
  await admin.send(new UpdateTermsCommand({ UserPoolId, TermsId, Links }))
  const byId = await admin.send(new DescribeTermsCommand({ UserPoolId, TermsId }))
  expect(byId.Terms).toMatchObject({ TermsId, Links })
  const byClient = await admin.send(new DescribeTermsByClientCommand({ UserPoolId, ClientId, TermsName }))
  expect(byClient.Terms).toEqual(byId.Terms)
  const listed = await admin.send(new ListTermsCommand({ UserPoolId, MaxResults: 10 }))
  expect(listed.Terms?.map((terms) => terms.TermsId)).toEqual([TermsId])
  await admin.send(new DeleteTermsCommand({ UserPoolId, TermsId }))
  await refusal(admin.send(new DescribeTermsCommand({ UserPoolId, TermsId })), ResourceNotFoundException)
})
