import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const CSS = '.logo-customizable { max-width: 60%; }'

test('sets style and logo, and keeps what is not given', async () => {
  const { call, now, wait, userPoolId: UserPoolId } = await testPool()
  await call('CreateUserPoolDomain', { UserPoolId, Domain: 'genkan' })
  const made = now() / 1000
  await call('SetUICustomization', { UserPoolId, CSS })
  wait({ minutes: 1 })
  const ImageFile = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64')
  const { UICustomization } = await call('SetUICustomization', { UserPoolId, ImageFile })
  expect(UICustomization).toEqual({
    UserPoolId,
    ClientId: 'ALL',
    CSS,
    CSSVersion: '20261121090100',
    ImageUrl: `data:image/png;base64,${ImageFile}`,
    CreationDate: made,
    LastModifiedDate: made + 60,
  })
  expect(await call('GetUICustomization', { UserPoolId })).toEqual({ UICustomization })
})

test('refuses a pool without a domain, and a client that is not the pool’s', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('SetUICustomization', { UserPoolId, CSS })).toEqual(
    refused('InvalidParameter', 'There has to be an existing domain associated with this user pool'),
  )
  await call('CreateUserPoolDomain', { UserPoolId, Domain: 'genkan' })
  expect(await refusal('SetUICustomization', { UserPoolId, ClientId: 'none', CSS })).toEqual(
    refused('ResourceNotFound', 'User pool client none does not exist.'),
  )
})
