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
  check(input, shapeName, '', violations)
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

function check(value: unknown, shapeName: string, path: string, violations: Violation[]): void {
  const shape = shapeOf(shapeName)
  const violate = (constraint: string) => violations.push(violation(value, shape, path, constraint))
  switch (shape.type) {
    case 'structure': {
      if (shape.document) return
      const members = asObject(value)
      for (const [name, target] of Object.entries(shape.members)) {
        const at = path === '' ? lowerFirst(name) : `${path}.${lowerFirst(name)}`
        const member = Object.hasOwn(members, name) ? members[name] : undefined
        if (member === undefined || member === null) {
          if (shape.required?.includes(name)) violations.push(missing(at))
        } else check(member, target, at, violations)
      }
      return
    }
    case 'list': {
      if (!Array.isArray(value)) throw wrongType()
      checkLength(value.length, shape, violate)
      for (const [index, member] of value.entries()) {
        const at = `${path}.${index + 1}.member`
        if (member === null) violations.push(missing(at))
        else check(member, shape.member, at, violations)
      }
      return
    }
    case 'map': {
      const entries = Object.entries(asObject(value))
      checkLength(entries.length, shape, violate)
      for (const [key, member] of entries) {
        check(key, shape.key, `${path}.key`, violations)
        if (member !== null) check(member, shape.value, `${path}.${key}.member`, violations)
      }
      return
    }
    case 'string':
      if (typeof value !== 'string') throw wrongType()
      if (shape.enum && !shape.enum.includes(value)) {
        violate(`Member must satisfy enum value set: [${shape.enum.join(', ')}]`)
      }
      if (shape.pattern && !compiled(shape.pattern).test(value)) {
        violate(`Member must satisfy regular expression pattern: ${shape.pattern}`)
      }
      checkLength(value.length, shape, violate)
      return
    case 'blob':
      if (typeof value !== 'string') throw wrongType()
      checkLength(Buffer.byteLength(value, 'base64'), shape, violate)
      return
    case 'integer':
    case 'long':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongType()
      if (shape.min !== undefined && value < shape.min) {
        violate(`Member must have value greater than or equal to ${shape.min}`)
      }
      if (shape.max !== undefined && value > shape.max) {
        violate(`Member must have value less than or equal to ${shape.max}`)
      }
      return
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType()
      return
    case 'timestamp':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType()
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
function violation(value: unknown, shape: Shape, at: string, constraint: string): Violation {
  const isShown = (typeof value === 'string' || typeof value === 'number') && !isSensitive(shape)
  return { value: isShown ? `'${value}' ` : '', at, constraint }
}

function isSensitive(shape: Shape): boolean {
  return 'sensitive' in shape && shape.sensitive === true
}

function missing(at: string): Violation {
  return { value: '', at, constraint: 'Member must not be null' }
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType()
  return value as Record<string, unknown>
}

// assumed: AWS JSON 1.1 services word this differently; Cognito's own text is not known.
function wrongType(): CognitoException {
  return new CognitoException(
    'SerializationException',
    'Unable to parse the request: a member has the wrong type.',
  )
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
