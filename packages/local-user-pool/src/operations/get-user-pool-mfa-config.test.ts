import { expect, test } from 'vitest'
import { testPool } from '../test-pool.ts'

test('a new pool asks for no second factor', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  expect(await call('GetUserPoolMfaConfig', { UserPoolId })).toEqual({ MfaConfiguration: 'OFF' })
})
