import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { noTerms, poolWithTerms } from '../test-terms.ts'

test('shows terms of the pool, and refuses those that are not there', async () => {
  const { call, refusal, UserPoolId, Terms, TermsId } = await poolWithTerms()
  expect(await call('DescribeTerms', { UserPoolId, TermsId })).toEqual({ Terms })
  expect(await refusal('DescribeTerms', { UserPoolId, TermsId: noTerms })).toEqual(
    refused('ResourceNotFound', `Terms ${noTerms} does not exist.`),
  )
})
