import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLocalUserPool } from './pool.ts'
import { exampleSeed } from './seed.ts'
import { readSeed } from './seed-file.ts'

test('reads what the example is', () => {
  expect(readSeed(JSON.stringify(exampleSeed))).toEqual(exampleSeed)
})

test('the example of the guide is one', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/local.md'), 'utf8')
  const [, json = ''] = /## Seeds[\s\S]*?```json\n([\s\S]*?)```/.exec(guide) ?? []
  createLocalUserPool({ seed: readSeed(json) }).close()
})

describe('refuses', () => {
  const [user] = exampleSeed.users
  test.each([
    ['a list', [], 'the seed must be an object.'],
    ['an unknown member', { ...exampleSeed, pool: {} }, 'pool is unknown; known are userPoolId, clientId,'],
    ['a missing member', { ...exampleSeed, client: undefined }, 'client is missing.'],
    [
      'an id that is none',
      { ...exampleSeed, userPoolId: 'LocalPool' },
      'userPoolId is not what Cognito takes:',
    ],
    [
      'a misspelt setting',
      { ...exampleSeed, userPool: { ...exampleSeed.userPool, UsernameAtributes: ['email'] } },
      'userPool.UsernameAtributes is unknown; known are PoolName, Policies,',
    ],
    [
      'a misspelt setting further down',
      { ...exampleSeed, userPool: { PoolName: 'p', Policies: { PasswordPolicy: { MinLength: 8 } } } },
      'userPool.Policies.PasswordPolicy.MinLength is unknown;',
    ],
    [
      'a setting of another type',
      { ...exampleSeed, userPool: { PoolName: 'p', Schema: [{ Name: 'email', Required: 'yes' }] } },
      'userPool.Schema[0].Required must be true or false.',
    ],
    [
      'a setting that Cognito refuses',
      { ...exampleSeed, userPool: { PoolName: 'p', Policies: { PasswordPolicy: { MinimumLength: 5 } } } },
      'userPool is not what Cognito takes: policies.passwordPolicy.minimumLength: Member must have value greater than or equal to 6.',
    ],
    [
      'a flow that does not exist',
      { ...exampleSeed, client: { ClientName: 'web', ExplicitAuthFlows: ['ALLOW_ALL'] } },
      'client is not what Cognito takes: explicitAuthFlows.1.member: Member must satisfy enum value set:',
    ],
    ['users that are no list', { ...exampleSeed, users: {} }, 'users must be a list of users.'],
    [
      'a user whose e-mail is none',
      { ...exampleSeed, users: [{ ...user, email: 'hanako' }] },
      'users[0].email must be an e-mail address.',
    ],
    [
      'a user without a password',
      { ...exampleSeed, users: [user, { ...user, password: undefined }] },
      'users[1].password is missing.',
    ],
    [
      'an attribute that is no text',
      { ...exampleSeed, users: [{ ...user, attributes: { name: 7 } }] },
      'users[0].attributes.name must be a text.',
    ],
  ])('%s', (_what, seed, message) => {
    expect(() => readSeed(JSON.stringify(seed))).toThrow(message)
  })

  test('what is not JSON', () => {
    expect(() => readSeed('{')).toThrow('it is not JSON (')
  })
})
