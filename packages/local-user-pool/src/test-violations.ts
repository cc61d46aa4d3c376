import { type Shape, shapeOf } from './protocol/model.ts'
import { leastOf, textAgainst, textOf } from './test-inputs.ts'

/** AWS's words for each way to break the model of the API, stated here apart from the pool's own. */
const words = {
  missing: 'Member must not be null',
  short: (length: number) => `Member must have length greater than or equal to ${length}`,
  long: (length: number) => `Member must have length less than or equal to ${length}`,
  small: (least: number) => `Member must have value greater than or equal to ${least}`,
  large: (most: number) => `Member must have value less than or equal to ${most}`,
  pattern: (pattern: string) => `Member must satisfy regular expression pattern: ${pattern}`,
  enum: (values: readonly string[]) => `Member must satisfy enum value set: [${values.join(', ')}]`,
}

const list = 'Start of list found where not expected.'
const object = 'Start of structure or map found where not expected.'
const noScalar = 'Unexpected field type'

/** Values of a wrong type, and what they are refused with. */
const wrongTypes: Readonly<Record<Shape['type'], readonly (readonly [unknown, string])[]>> = {
  structure: [
    ['a', noScalar],
    [1, noScalar],
    [true, noScalar],
    [[], list],
  ],
  list: [
    ['a', noScalar],
    [1, noScalar],
    [false, noScalar],
    [{}, object],
  ],
  map: [
    ['a', noScalar],
    [1, noScalar],
    [true, noScalar],
    [[], list],
  ],
  string: [
    [1, 'NUMBER_VALUE can not be converted to a String'],
    [1.5, 'DECIMAL_VALUE can not be converted to a String'],
    [true, 'TRUE_VALUE can not be converted to a String'],
    [false, 'FALSE_VALUE can not be converted to a String'],
    [{ a: 'a' }, object],
    [['a'], list],
  ],
  blob: [
    [1, 'NUMBER_VALUE can not be converted to a Blob'],
    [{}, object],
  ],
  integer: [
    ['1', 'STRING_VALUE can not be converted to an Integer'],
    [1.5, 'DECIMAL_VALUE can not be converted to an Integer'],
    [true, 'TRUE_VALUE can not be converted to an Integer'],
    [{}, object],
    [[1], list],
  ],
  long: [['1', 'STRING_VALUE can not be converted to a Long']],
  boolean: [
    ['true', 'STRING_VALUE can not be converted to a Boolean'],
    [1, 'NUMBER_VALUE can not be converted to a Boolean'],
    [{}, object],
  ],
  timestamp: [['2026-01-01', 'STRING_VALUE can not be converted to milliseconds since epoch']],
}

/** An input with one thing wrong, and what is to be answered. */
export interface Case {
  readonly input: unknown
  /** What it is refused with where a value is of no type that could be looked into. */
  readonly unreadable?: string
  /** What it is refused with else: one or more sentences about one value. */
  readonly violations?: readonly string[]
}

/** Where the walk through the model is. */
export interface Place {
  /** As AWS writes it. */
  readonly at: string
  /** The least input with that value there; without it where there is none. */
  readonly input: (value: unknown) => unknown
  readonly isSensitive: boolean
}

function refused(place: Place, value: unknown, ...constraints: string[]): Case {
  const isShown = (typeof value === 'string' || typeof value === 'number') && !place.isSensitive
  const texts = constraints.map(
    (constraint) =>
      `Value ${isShown ? `'${value}' ` : ''}at '${place.at}' failed to satisfy constraint: ${constraint}`,
  )
  return { input: place.input(value), violations: texts }
}

/** What is to be answered to a case. */
export function answerTo({ unreadable, violations = [] }: Case) {
  if (unreadable !== undefined) return { status: 400, name: 'SerializationException', message: unreadable }
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`
  const message = `${count} detected: ${violations.join('; ')}`
  return { status: 400, name: 'InvalidParameterException', message }
}

export const lowerFirst = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`

/** Every way to break what the model says of a shape and of all that is in it. */
export function* broken(shapeName: string, outer: Place): Generator<Case> {
  const shape = shapeOf(shapeName)
  if ('document' in shape) return
  const place = {
    ...outer,
    isSensitive: outer.isSensitive || ('sensitive' in shape && shape.sensitive === true),
  }
  for (const [value, message] of wrongTypes[shape.type])
    yield { input: place.input(value), unreadable: message }
  switch (shape.type) {
    case 'structure': {
      const least = leastOf(shapeName) as object
      for (const [member, target] of Object.entries(shape.members)) {
        const name = lowerFirst(member)
        const inside = {
          ...place,
          at: place.at === '' ? name : `${place.at}.${name}`,
          input: (value: unknown) => place.input({ ...least, [member]: value }),
        }
        if (shape.required?.includes(member))
          for (const nothing of [undefined, null]) yield refused(inside, nothing, words.missing)
        yield* broken(target, inside)
      }
      return
    }
    case 'list': {
      const full = (length: number) => Array.from({ length }, () => leastOf(shape.member))
      if (shape.min) yield refused(place, full(shape.min - 1), words.short(shape.min))
      if (shape.max !== undefined) yield refused(place, full(shape.max + 1), words.long(shape.max))
      const first = {
        ...place,
        at: `${place.at}.1.member`,
        input: (value: unknown) => place.input([value, ...full((shape.min ?? 0) - 1)]),
      }
      yield refused(first, null, words.missing)
      yield* broken(shape.member, first)
      return
    }
    case 'map': {
      const key = String(leastOf(shape.key))
      if (shape.min) yield refused(place, {}, words.short(shape.min))
      yield* brokenText(shape.key, {
        ...place,
        at: `${place.at}.key`,
        input: (value) => place.input({ [String(value)]: leastOf(shape.value) }),
      })
      yield* broken(shape.value, {
        ...place,
        at: `${place.at}.${key}.member`,
        input: (value) => place.input({ [key]: value }),
      })
      return
    }
    case 'string':
      yield* brokenText(shapeName, place)
      return
    case 'blob':
      if (shape.max !== undefined)
        yield refused(
          { ...place, isSensitive: true },
          Buffer.alloc(shape.max + 1).toString('base64'),
          words.long(shape.max),
        )
      return
    case 'integer':
    case 'long':
      if (shape.min !== undefined) yield refused(place, shape.min - 1, words.small(shape.min))
      if (shape.max !== undefined) yield refused(place, shape.max + 1, words.large(shape.max))
      return
    case 'boolean':
    case 'timestamp':
      return
  }
}

function* brokenText(shapeName: string, place: Place): Generator<Case> {
  const shape = shapeOf(shapeName)
  if (shape.type !== 'string') throw new Error(`${shapeName} is no text.`)
  if (shape.enum) yield refused(place, 'NONSENSE', words.enum(shape.enum))
  const against = textAgainst(shape)
  if (against !== undefined) yield refused(place, against, words.pattern(shape.pattern ?? ''))
  const ofLength = (length: number, constraint: string) => {
    const { text, isAllowed } = textOf(shape, length)
    // Both are told where a text of that length cannot fit the pattern either.
    return refused(place, text, ...(isAllowed ? [] : [words.pattern(shape.pattern ?? '')]), constraint)
  }
  if (shape.min) yield ofLength(shape.min - 1, words.short(shape.min))
  if (shape.max !== undefined) yield ofLength(shape.max + 1, words.long(shape.max))
}
