import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { links, noTerms, poolWithTerms } from '../test-terms.ts'

test('changes what is given and keeps the rest', async () => {
  const { call, wait, UserPoolId, Terms, TermsId } = await poolWithTerms()
  wait({ minutes: 1 })
  const Links = { 'cognito:japanese': 'https://example.com/ja' }
  const changed = { ...Terms, Links, LastModifiedDate: Terms.LastModifiedDate + 60 }
  expect(await call('UpdateTerms', { UserPoolId, TermsId, Links })).toEqual({ Terms: changed })
  expect(await call('DescribeTerms', { UserPoolId, TermsId })).toEqual({ Terms: changed })
})

test('refuses a name that other terms of the client have; their own is fine', async () => {
  const { call, refusal, UserPoolId, ClientId, TermsId } = await poolWithTerms()
  await call('CreateTerms', { UserPoolId, ClientId, TermsName: 'privacy-policy', ...links })
  await call('UpdateTerms', { UserPoolId, TermsId, TermsName: 'terms-of-use' })
  expect(await refusal('UpdateTerms', { UserPoolId, TermsId, TermsName: 'privacy-policy' })).toEqual(
    refused('TermsExists', 'The client has terms of the name already.'),
  )
})

test('refuses those that are not there', async () => {
  const { refusal, UserPoolId } = await poolWithTerms()
  expect(await refusal('UpdateTerms', { UserPoolId, TermsId: noTerms })).toEqual(
    refused('ResourceNotFound', `Terms ${noTerms} does not exist.`),
  )
})
