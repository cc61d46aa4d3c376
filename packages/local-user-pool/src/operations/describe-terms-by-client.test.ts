import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { poolWithTerms } from '../test-terms.ts'

test('shows the terms of the name that the client has, and refuses those that it has not', async () => {
  const { call, refusal, UserPoolId, ClientId, Terms } = await poolWithTerms()
  const input = { UserPoolId, ClientId }
  expect(await call('DescribeTermsByClient', { ...input, TermsName: 'terms-of-use' })).toEqual({ Terms })
  expect(await refusal('DescribeTermsByClient', { ...input, TermsName: 'privacy-policy' })).toEqual(
    refused('ResourceNotFound', 'The client has no terms of the name.'),
  )
})
