import { CognitoException, invalidParameter } from './exceptions.ts'
import { type Shape, shapeOf } from './model.ts'

/**
 * Refuses an input that the model of the API does not allow: `SerializationException` for a wrong JSON type,
 * else one `InvalidParameterException` that joins all violations, as AWS words them.
 *
 * @param input the parsed body
 * @param shapeName the operation's input shape in the model
 */
export function validate(input: unknown, shapeName: string): void {
  const violations: Violation[] = []
  check(input, shapeName, { path: '', isSensitive: false }, violations)
  if (violations.length > 0) {
    const errors = violations.length === 1 ? 'error' : 'errors'
    const texts = violations.map(
      ({ value, at, constraint }) => `Value ${value}at '${at}' failed to satisfy constraint: ${constraint}`,
    )
    // The reason has no values: a code that breaks a pattern is a code.
    throw invalidParameter(`${violations.length} validation ${errors} detected: ${texts.join('; ')}`).because(
      violations.map(({ at, constraint }) => `${at}: ${constraint}`).join('; '),
    )
  }
}

/**
 * What the model names of an input that it allows: other members are left out, as AWS does, and a member that is
 * null is one that is not there.
 */
export function modelled(value: unknown, shapeName: string): unknown {
  const shape = shapeOf(shapeName)
  switch (shape.type) {
    case 'structure':
      if (shape.document) return value
      return Object.fromEntries(
        Object.entries(value as object).flatMap(([name, member]) => {
          const target = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined
          return target === undefined || member === null ? [] : [[name, modelled(member, target)]]
        }),
      )
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).flatMap(([key, member]) =>
          member === null ? [] : [[key, modelled(member, shape.value)]],
        ),
      )
    case 'list':
      return (value as unknown[]).map((member) => modelled(member, shape.member))
    case 'string':
    case 'blob':
    case 'integer':
    case 'long':
    case 'boolean':
    case 'timestamp':
      return value
  }
}

interface Violation {
  /** Quoted, with a blank after it; empty where it is not shown. */
  readonly value: string
  readonly at: string
  readonly constraint: string
}

/** Where in the input a value stands. */
interface Place {
  readonly path: string
  /** It is a secret, or a part of one. */
  readonly isSensitive: boolean
}

function check(value: unknown, shapeName: string, place: Place, violations: Violation[]): void {
  const shape = shapeOf(shapeName)
  const { path } = place
  const isSensitive = place.isSensitive || ('sensitive' in shape && shape.sensitive === true)
  const violate = (constraint: string) =>
    violations.push({ value: isSensitive ? '' : shown(value), at: path, constraint })
  const within = (at: string): Place => ({ path: at, isSensitive })
  switch (shape.type) {
    case 'structure': {
      if (shape.document) return
      const members = asObject(value, shape, path)
      for (const [name, target] of Object.entries(shape.members)) {
        const at = path === '' ? lowerFirst(name) : `${path}.${lowerFirst(name)}`
        const member = Object.hasOwn(members, name) ? members[name] : undefined
        if (member === undefined || member === null) {
          if (shape.required?.includes(name)) violations.push(missing(at))
        } else check(member, target, within(at), violations)
      }
      return
    }
    case 'list': {
      if (!Array.isArray(value)) throw wrongType(value, shape, path)
      checkLength(value.length, shape, violate)
      for (const [index, member] of value.entries()) {
        const at = `${path}.${index + 1}.member`
        if (member === null) violations.push(missing(at))
        else check(member, shape.member, within(at), violations)
      }
      return
    }
    case 'map': {
      const entries = Object.entries(asObject(value, shape, path))
      checkLength(entries.length, shape, violate)
      for (const [key, member] of entries) {
        check(key, shape.key, within(`${path}.key`), violations)
        if (member !== null) check(member, shape.value, within(`${path}.${key}.member`), violations)
      }
      return
    }
    case 'string':
      if (typeof value !== 'string') throw wrongType(value, shape, path)
      if (shape.enum && !shape.enum.includes(value)) {
        violate(`Member must satisfy enum value set: [${shape.enum.join(', ')}]`)
      }
      if (shape.pattern && !compiled(shape.pattern).test(value)) {
        violate(`Member must satisfy regular expression pattern: ${shape.pattern}`)
      }
      checkLength(value.length, shape, violate)
      return
    case 'blob':
      if (typeof value !== 'string') throw wrongType(value, shape, path)
      checkLength(Buffer.byteLength(value, 'base64'), shape, (constraint) =>
        // assumed: the bytes are left out of the text.
        violations.push({ value: '', at: path, constraint }),
      )
      return
    case 'integer':
    case 'long':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongType(value, shape, path)
      if (shape.min !== undefined && value < shape.min) {
        violate(`Member must have value greater than or equal to ${shape.min}`)
      }
      if (shape.max !== undefined && value > shape.max) {
        violate(`Member must have value less than or equal to ${shape.max}`)
      }
      return
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(value, shape, path)
      return
    case 'timestamp':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(value, shape, path)
      return
  }
}

function checkLength(
  length: number,
  { min, max }: { readonly min?: number; readonly max?: number },
  violate: (constraint: string) => void,
): void {
  if (min !== undefined && length < min) violate(`Member must have length greater than or equal to ${min}`)
  if (max !== undefined && length > max) violate(`Member must have length less than or equal to ${max}`)
}

// observed: moto's recorded AWS answers ("Value 'x' at 'userPoolId' failed to satisfy constraint: …"); a
// sensitive value is left out of the text.
function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `'${value}' ` : ''
}

function missing(at: string): Violation {
  return { value: '', at, constraint: 'Member must not be null' }
}

function asObject(value: unknown, shape: Shape, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(value, shape, path)
  return value as Record<string, unknown>
}

/** What a type is called in the words about a value that is no such thing; the others have members of their own. */
const scalars: Readonly<Partial<Record<Shape['type'], string>>> = {
  string: 'a String',
  blob: 'a Blob',
  integer: 'an Integer',
  long: 'a Long',
  boolean: 'a Boolean',
  timestamp: 'milliseconds since epoch',
}

// observed: the words for an object (amplify-js issue 5165), and those for texts, numbers, booleans and timestamps, in
// answers of other services that speak AWS JSON 1.1. assumed: the words for the rest.
function wrongType(value: unknown, { type }: Shape, path: string): CognitoException {
  const refusal = (message: string) =>
    new CognitoException('SerializationException', message).because(path || '(the whole)')
  if (Array.isArray(value)) return refusal('Start of list found where not expected.')
  if (typeof value === 'object' && value !== null)
    return refusal('Start of structure or map found where not expected.')
  const scalar = scalars[type]
  if (scalar === undefined) return refusal('Unexpected field type')
  return refusal(`${tokenOf(value)} can not be converted to ${scalar}`)
}

/** What a reader of JSON calls a value. */
function tokenOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE'
  return typeof value === 'boolean' ? `${String(value).toUpperCase()}_VALUE` : 'STRING_VALUE'
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

const patterns = new Map<string, RegExp>()

const javaSpace = ' \\t\\n\\x0B\\f\\r'

/**
 * The model's patterns are Java's and speak about the whole value. Java's white space is ASCII's alone: a password
 * may hold an ideographic space. In the model it stands inside of brackets only.
 */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known) return known
  const isDotAll = pattern.startsWith('(?s)')
  const source = (isDotAll ? pattern.slice(4) : pattern)
    .replaceAll('[\\S]', `[^${javaSpace}]`)
    .replaceAll('\\s', javaSpace)
  const regex = new RegExp(`^(?:${source})$`, isDotAll ? 'us' : 'u')
  patterns.set(pattern, regex)
  return regex
}
