import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { poolWithTerms } from '../test-terms.ts'

test('deletes terms, once', async () => {
  const { call, refusal, UserPoolId, TermsId } = await poolWithTerms()
  await call('DeleteTerms', { UserPoolId, TermsId })
  expect(await refusal('DeleteTerms', { UserPoolId, TermsId })).toEqual(
    refused('ResourceNotFound', `Terms ${TermsId} does not exist.`),
  )
  expect(await call('ListTerms', { UserPoolId })).toEqual({ Terms: [] })
})
