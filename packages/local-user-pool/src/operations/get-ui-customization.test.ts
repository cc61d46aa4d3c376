import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('answers that of the client, else that of the pool, else none', async () => {
  const { call, userPoolId: UserPoolId, clientId: ClientId } = await testPool()
  const style = async () => (await call('GetUICustomization', { UserPoolId, ClientId })).UICustomization.CSS
  await call('CreateUserPoolDomain', { UserPoolId, Domain: 'genkan' })
  expect(await call('GetUICustomization', { UserPoolId })).toEqual({ UICustomization: {} })
  await call('SetUICustomization', { UserPoolId, CSS: 'all' })
  expect(await style()).toBe('all')
  await call('SetUICustomization', { UserPoolId, ClientId, CSS: 'own' })
  expect(await style()).toBe('own')
  expect((await call('GetUICustomization', { UserPoolId })).UICustomization.CSS).toBe('all')
})

test('refuses a client that is not the pool’s', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('GetUICustomization', { UserPoolId, ClientId: 'none' })).toEqual(
    refused('ResourceNotFound', 'User pool client none does not exist.'),
  )
})
