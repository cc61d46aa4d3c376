import { expect, test } from 'vitest'
import { shapeOf } from './model.ts'
import { validate } from './validation.ts'

test('a shape that the model does not have is a bug, and is named', () => {
  expect(() => shapeOf('NoSuchType')).toThrow('The model has no shape NoSuchType.')
})

test.each(['a', 'a'.repeat(63), 'auth', 'auth.example.com', '1-2'])('%s can be a domain', (domain) => {
  expect(() => validate(domain, 'DomainType')).not.toThrow()
})

test.each(['', 'a'.repeat(64), '-a', 'a-', '.a', 'a.', 'Auth', 'a_b', 'a b'])('%j cannot', (domain) => {
  expect(() => validate(domain, 'DomainType')).toThrow(
    expect.objectContaining({ name: 'InvalidParameterException' }),
  )
})
