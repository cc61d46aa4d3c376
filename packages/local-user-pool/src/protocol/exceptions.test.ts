import { expect, test } from 'vitest'
import * as exceptions from './exceptions.ts'
import { model } from './model.ts'

const { CognitoException, ...byName } = exceptions

test.each(Object.entries(byName))('%s makes the exception of that name, of the model', (name, exception) => {
  const spelt = `${name.charAt(0).toUpperCase()}${name.slice(1)}Exception`.replace(/mfa/gi, 'MFA')
  const { name: made, message, status, reason } = exception('Why.')
  expect({ made, message, status, reason }).toEqual({ made: spelt, message: 'Why.', status: 400 })
  expect(Object.keys(model.errors)).toContain(spelt)
})

test('an exception may say to the developer why, and what it answers stays as it is', () => {
  const exception = new CognitoException('NotAuthorizedException', 'No.').because('The user is disabled.')
  expect(exception).toBeInstanceOf(Error)
  expect([exception.message, exception.reason]).toEqual(['No.', 'The user is disabled.'])
})
