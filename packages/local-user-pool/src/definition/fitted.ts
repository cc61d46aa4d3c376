import { isRecord } from '../core/record.ts'
import { type Shape, shapeOf } from '../protocol/model.ts'
import { type Differences, notKnown } from './differences.ts'
import { TemplateError } from './template.ts'
import { Unknown } from './unknown.ts'

/**
 * A value of a template as the API wants it: templates say numbers and truth as text, too. What only AWS knows and
 * what the model does not have is left out and told of. Limits are the operation's affair.
 *
 * @param at where in the template
 * @returns undefined where nothing is left
 * @throws TemplateError where the value is of another kind
 */
export function fitted(value: unknown, shapeName: string, at: string, differences: Differences): unknown {
  if (value instanceof Unknown) {
    differences.add(at, value.because)
    return undefined
  }
  const shape = shapeOf(shapeName)
  switch (shape.type) {
    case 'structure':
      return shape.document ? plain(value, at, differences) : structure(value, shape, at, differences)
    case 'map':
      return members(value, at, (member, name) => fitted(member, shape.value, `${at}.${name}`, differences))
    case 'list':
      if (!Array.isArray(value)) throw wrong(at, value, 'a list')
      return value
        .map((item, index) => fitted(item, shape.member, `${at}[${index}]`, differences))
        .filter((item) => item !== undefined)
    case 'integer':
    case 'long': {
      const number = numeric(value, at)
      if (!Number.isInteger(number)) throw wrong(at, value, 'a whole number')
      return number
    }
    case 'timestamp':
      return numeric(value, at)
    case 'boolean':
      if (value !== true && value !== false && value !== 'true' && value !== 'false')
        throw wrong(at, value, 'true or false')
      return value === true || value === 'true'
    case 'string':
    case 'blob':
      if (typeof value === 'object') throw wrong(at, value, 'a text')
      return String(value)
  }
}

function structure(
  value: unknown,
  shape: Extract<Shape, { type: 'structure' }>,
  at: string,
  differences: Differences,
): object | undefined {
  const whole = members(value, at, (member, name) => {
    const target = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined
    if (target !== undefined) return fitted(member, target, `${at}.${name}`, differences)
    differences.add(`${at}.${name}`, notKnown(name))
    return undefined
  })
  const isLost = (name: string) =>
    !Object.hasOwn(whole, name) && isRecord(value) && Object.hasOwn(value, name)
  // Without what it cannot be without, the rest of it would be refused.
  return shape.required?.some(isLost) ? undefined : whole
}

function members(value: unknown, at: string, one: (member: unknown, name: string) => unknown): object {
  if (!isRecord(value)) throw wrong(at, value, 'an object')
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, one(member, name)] as const)
      .filter(([, member]) => member !== undefined),
  )
}

function numeric(value: unknown, at: string): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || Number.isNaN(number)) throw wrong(at, value, 'a number')
  return number
}

/** Any JSON, which the model does not look into, without what only AWS knows. */
export function plain(value: unknown, at: string, differences: Differences): unknown {
  if (value instanceof Unknown) {
    differences.add(at, value.because)
    return undefined
  }
  if (Array.isArray(value)) {
    return value
      .map((item, index) => plain(item, `${at}[${index}]`, differences))
      .filter((item) => item !== undefined)
  }
  return isRecord(value)
    ? members(value, at, (member, name) => plain(member, `${at}.${name}`, differences))
    : value
}

function wrong(at: string, value: unknown, kind: string): TemplateError {
  const written = typeof value === 'number' ? String(value) : JSON.stringify(value)
  return new TemplateError(at, `is ${written}. Write ${kind}.`)
}
