import { expect, test } from 'vitest'
import { links, poolWithTerms } from '../test-terms.ts'

test('pages through the terms of all clients, without their links', async () => {
  const { call, client, UserPoolId, Terms } = await poolWithTerms()
  const { ClientId } = await client()
  for (const TermsName of ['terms-of-use', 'privacy-policy']) {
    await call('CreateTerms', { UserPoolId, ClientId, TermsName, ...links })
  }
  const first = await call('ListTerms', { UserPoolId, MaxResults: 2 })
  const rest = await call('ListTerms', { UserPoolId, MaxResults: 2, NextToken: first.NextToken })
  const listed = [...first.Terms, ...rest.Terms]
  const { TermsId, TermsName, Enforcement, CreationDate, LastModifiedDate } = Terms
  expect(listed).toContainEqual({ TermsId, TermsName, Enforcement, CreationDate, LastModifiedDate })
  expect(new Set(listed.map((each) => each.TermsId)).size).toBe(3)
  expect(rest).not.toHaveProperty('NextToken')
})
