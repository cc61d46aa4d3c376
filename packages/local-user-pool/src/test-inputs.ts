import { model, type Shape, shapeOf } from './protocol/model.ts'

/** How texts are made that a pattern of the model allows; stated for each pattern, not worked out of it. */
interface Texts {
  /** What each begins with. */
  readonly start: string
  /** What each goes on with, as often as the length wants. */
  readonly fill: string
  /** How many characters the shortest has, where that is not one after the start. */
  readonly shortest?: number
  readonly longest?: number
  /** A character that none ends with; the bell, unless told otherwise. Undefined where all texts are allowed. */
  readonly never?: string | undefined
}

const plain: Texts = { start: '', fill: 'a' }
const uuid = '01234567-89ab-4def-8123-456789abcdef'
const only = (text: string): Texts => ({ start: text, fill: '', shortest: text.length, longest: text.length })
const orNone = (texts: Texts): Texts => ({ ...texts, shortest: texts.start.length })

/** Every pattern of the model. */
const byPattern: Readonly<Record<string, Texts>> = {
  '(?s).*': { ...orNone(plain), never: undefined },
  '.*\\{####\\}.*': { ...orNone({ start: '{####}', fill: 'a' }), never: '\n' },
  '[A-Za-z0-9-_=.]+': plain,
  '[\\S]+': { ...plain, never: '\t' },
  '[\\w+-]+': plain,
  '[\\w+=/]+': plain,
  '[\\w+]+': plain,
  '[\\w-]+_[0-9a-f-]+': { start: 'a_', fill: 'a' },
  '[\\w-]+_[0-9a-zA-Z]+': { start: 'a_', fill: 'a' },
  '[\\w\\s+=,.@-]+': plain,
  '[\\w\\s+=.@-]+': plain,
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+': plain,
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+': plain,
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]+': plain,
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*': orNone(plain),
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+': plain,
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+': plain,
  '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$': plain,
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+': { start: 'a@', fill: 'a' },
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*': orNone({
    start: '{####}',
    fill: 'a',
  }),
  '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{##[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*##\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*':
    orNone({ start: '{####}', fill: 'a' }),
  '[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+': { start: 'aa', fill: 'a', never: '_' },
  '[\\x21\\x23-\\x5B\\x5D-\\x7E]+': plain,
  '[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+': plain,
  '[0-9]+': { start: '', fill: '1' },
  '^[0-9a-fA-F]+$': plain,
  '^[a-zA-Z0-9_-]+$': plain,
  '^[\\w\\- ]+$': plain,
  '^[a-z0-9](?:[a-z0-9\\-.]{0,61}[a-z0-9])?$': { ...plain, longest: 63 },
  'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?': {
    start: 'arn:a:b::1:',
    fill: 'a',
  },
  '(arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?)?':
    { start: 'arn:a:b::1:', fill: 'a' },
  'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:::[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?': {
    start: 'arn:a:b:::',
    fill: 'a',
  },
  'import-[0-9a-zA-Z-]+': { start: 'import-', fill: 'a' },
  '^cognito:(default|dutch|english|french|spanish|german|bahasa-indonesia|italian|japanese|korean|portuguese-brazil|chinese-(simplified|traditional))$':
    only('cognito:default'),
  '^(terms-of-use|privacy-policy)$': only('terms-of-use'),
  '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[4][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$': only(uuid),
}

type StringShape = Extract<Shape, { type: 'string' }>

/** A text of that length, and whether the shape's pattern allows it. */
export function textOf({ pattern }: StringShape, length: number): { text: string; isAllowed: boolean } {
  const { start, fill, shortest = start.length + 1, longest = Infinity } = textsOf(pattern)
  const text = length < start.length ? start.slice(0, length) : start + fill.repeat(length - start.length)
  return { text, isAllowed: length >= shortest && length <= longest }
}

/** A text that breaks the shape's pattern and nothing else; undefined where all texts are allowed. */
export function textAgainst(shape: StringShape): string | undefined {
  const { never } = { never: '\u0007', ...textsOf(shape.pattern) }
  if (shape.pattern === undefined || never === undefined) return undefined
  // What must be in a text is not in this one.
  const length = Math.max(shape.min ?? 0, 1)
  return 'a'.repeat(length - 1) + never
}

function textsOf(pattern: string | undefined): Texts {
  if (pattern === undefined) return orNone(plain)
  const texts = byPattern[pattern]
  if (!texts) throw new Error(`test-inputs.ts does not say yet which texts the pattern allows: ${pattern}`)
  return texts
}

/** The least that the shape allows: required members, the shortest lists, and texts that stand for nothing. */
export function leastOf(name: string): unknown {
  const shape = shapeOf(name)
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(
        (shape.required ?? []).flatMap((member) => {
          const target = shape.members[member]
          return target === undefined ? [] : [[member, leastOf(target)]]
        }),
      )
    case 'list':
      return Array.from({ length: shape.min ?? 0 }, () => leastOf(shape.member))
    case 'map':
      return shape.min ? { [String(leastOf(shape.key))]: leastOf(shape.value) } : {}
    case 'string': {
      if (shape.enum) return shape.enum[0]
      const { start, shortest = start.length + 1 } = textsOf(shape.pattern)
      return textOf(shape, Math.max(shape.min ?? 0, shortest)).text
    }
    case 'blob':
      return Buffer.alloc(shape.min ?? 0).toString('base64')
    case 'integer':
    case 'long':
      return shape.min ?? 0
    case 'boolean':
      return false
    case 'timestamp':
      return 0
  }
}

/** The least input of an operation that its model allows. */
export function leastInput(operation: string): Record<string, unknown> {
  const { input } = model.operations[operation] ?? {}
  return input === undefined ? {} : (leastOf(input) as Record<string, unknown>)
}
