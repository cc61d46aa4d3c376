import { expect, test } from 'vitest'
import { mistyped } from './mistyped.ts'

test('nothing is wrong with what the model says, nor with what it does not name', () => {
  const pool = { Name: 'a', MfaConfiguration: 'OFF', UserPoolTags: { a: 'b' }, CreationDate: 1.5, Other: [] }
  expect(mistyped(pool, 'UserPoolType')).toBeUndefined()
})

test.each([
  [[], ''],
  [{ Name: 1 }, '.Name'],
  [{ MfaConfiguration: 'SOMETIMES' }, '.MfaConfiguration'],
  [{ UserPoolTags: { a: 'b', c: null } }, '.UserPoolTags.c'],
  [{ SchemaAttributes: [{ Name: 'a' }, { Required: 'yes' }] }, '.SchemaAttributes[1].Required'],
  [{ Policies: { PasswordPolicy: [] } }, '.Policies.PasswordPolicy'],
  [{ AutoVerifiedAttributes: 'email' }, '.AutoVerifiedAttributes'],
  [{ CreationDate: '2026-11-21' }, '.CreationDate'],
])('of %j it tells the place %j', (value, place) => {
  expect(mistyped(value, 'UserPoolType')).toBe(place)
})
