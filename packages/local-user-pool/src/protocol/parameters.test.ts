import { expect, test } from 'vitest'
import { requiredParameter } from './parameters.ts'

test('a parameter that is there is answered', () => {
  expect(requiredParameter({ USERNAME: 'hanako' }, 'USERNAME')).toBe('hanako')
})

test.each([{}, { USERNAME: undefined }, { USERNAME: '' }])('in %j USERNAME is missing', (parameters) => {
  expect(() => requiredParameter(parameters, 'USERNAME')).toThrow(
    expect.objectContaining({
      name: 'InvalidParameterException',
      message: 'Missing required parameter USERNAME',
    }),
  )
})
