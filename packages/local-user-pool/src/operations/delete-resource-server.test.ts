import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('deletes a resource server, once', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  for (const Identifier of ['a', 'b'])
    await call('CreateResourceServer', { UserPoolId, Identifier, Name: 'API' })
  await call('DeleteResourceServer', { UserPoolId, Identifier: 'a' })
  expect((await call('ListResourceServers', { UserPoolId })).ResourceServers).toMatchObject([
    { Identifier: 'b' },
  ])
  expect(await refusal('DeleteResourceServer', { UserPoolId, Identifier: 'a' })).toEqual(
    refused('ResourceNotFound', 'Resource server a does not exist.'),
  )
})
