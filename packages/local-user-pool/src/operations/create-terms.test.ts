import { expect, test } from 'vitest'
import { refused } from '../test-pool.ts'
import { links, poolWithTerms } from '../test-terms.ts'

test('makes terms for a client', async () => {
  const { now, UserPoolId, ClientId, Terms } = await poolWithTerms()
  expect(Terms).toEqual({
    TermsId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    UserPoolId,
    ClientId,
    TermsName: 'terms-of-use',
    ...links,
    CreationDate: now() / 1000,
    LastModifiedDate: now() / 1000,
  })
})

test('refuses terms of a name that the client has already', async () => {
  const { call, client, refusal, UserPoolId, ClientId } = await poolWithTerms()
  const input = { UserPoolId, ClientId, TermsName: 'terms-of-use', ...links }
  expect(await refusal('CreateTerms', input)).toEqual(
    refused('TermsExists', 'The client has terms of the name already.'),
  )
  await call('CreateTerms', { ...input, TermsName: 'privacy-policy' })
  await call('CreateTerms', { ...input, ClientId: (await client()).ClientId })
})

test('refuses a client that is not the pool’s', async () => {
  const { call, refusal, ClientId } = await poolWithTerms()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  const input = { UserPoolId: UserPool?.Id ?? '', ClientId, TermsName: 'terms-of-use', ...links }
  expect(await refusal('CreateTerms', input)).toEqual(
    refused('ResourceNotFound', `User pool client ${ClientId} does not exist.`),
  )
})
