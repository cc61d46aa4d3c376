import { isRecord } from '../core/record.ts'
import { TemplateError } from './template.ts'
import { Unknown } from './unknown.ts'

/** What functions of a template need of it. */
export interface Resolving {
  /** The value with its functions worked out; undefined for `AWS::NoValue`. */
  resolve(value: unknown, at: string): unknown
  /** What `Ref` answers for a pseudo parameter, a parameter or a resource. */
  reference(name: string, at: string): unknown
  /** What `Fn::GetAtt` answers. */
  attribute(logicalId: string, name: string, at: string): unknown
  /** Whether a condition of the template holds. */
  condition(name: string, at: string): boolean
  /** The value of a mapping; undefined where it has none. */
  mapped(map: string, key: string, name: string): unknown
}

type Intrinsic = (argument: unknown, at: string, template: Resolving) => unknown

/** CloudFormation's functions, as far as they can be worked out without AWS. */
export const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, at, template) => template.reference(text(name, at), at),
  Condition: (name, at, template) => template.condition(text(name, at), at),
  'Fn::GetAtt': (argument, at, template) => {
    const [logicalId, name] = Array.isArray(argument) ? argument : split(text(argument, at))
    const attribute = template.resolve(name, at)
    return attribute instanceof Unknown
      ? attribute
      : template.attribute(text(logicalId, at), text(attribute, at), at)
  },
  'Fn::Sub': substituted,
  'Fn::Join': (argument, at, template) => {
    const [delimiter, values] = list(argument, at, 2)
    return known(template.resolve(values, at), (items) => list(items, at).join(text(delimiter, at)))
  },
  'Fn::Split': (argument, at, template) => {
    const [delimiter, value] = list(argument, at, 2)
    return known(template.resolve(value, at), (whole) => text(whole, at).split(text(delimiter, at)))
  },
  'Fn::Select': (argument, at, template) => {
    const [index, values] = list(argument, at, 2)
    const position = template.resolve(index, at)
    const items = template.resolve(values, at)
    if (position instanceof Unknown) return position
    if (items instanceof Unknown) return items
    const place = text(position, at)
    const chosen = list(items, at)[Number(place)]
    if (chosen === undefined) throw new TemplateError(at, `the list has no element ${place}.`)
    return chosen
  },
  'Fn::FindInMap': (argument, at, template) => {
    const [map, key, name, options] = list(argument, at, 3)
    return known(template.resolve([map, key, name], at), (names) => {
      const [one = '', other = '', last = ''] = list(names, at, 3).map((each) => text(each, at))
      const found = template.mapped(one, other, last)
      if (found !== undefined) return found
      if (isRecord(options) && Object.hasOwn(options, 'DefaultValue')) {
        return template.resolve(options.DefaultValue, at)
      }
      throw new TemplateError(at, `Mappings.${one} has no value for ${other}, ${last}.`)
    })
  },
  'Fn::If': (argument, at, template) => {
    const [name, yes, no] = list(argument, at, 3)
    return template.resolve(template.condition(text(name, at), at) ? yes : no, at)
  },
  'Fn::Equals': (argument, at, template) => {
    const [one, other] = list(argument, at, 2)
    return known(template.resolve([one, other], at), (pair) => {
      const [left, right] = list(pair, at, 2)
      return written(left) === written(right)
    })
  },
  'Fn::And': (argument, at, template) => list(argument, at).every((one) => truth(one, at, template)),
  'Fn::Or': (argument, at, template) => list(argument, at).some((one) => truth(one, at, template)),
  'Fn::Not': (argument, at, template) => !truth(list(argument, at, 1)[0], at, template),
  'Fn::Base64': (argument, at, template) =>
    known(template.resolve(argument, at), (whole) => Buffer.from(text(whole, at)).toString('base64')),
  'Fn::Length': (argument, at, template) =>
    known(template.resolve(argument, at), (items) => list(items, at).length),
  'Fn::ToJsonString': (argument, at, template) => known(template.resolve(argument, at), JSON.stringify),
}

/** `Condition` is a function in conditions alone; elsewhere it is a name like any other. */
export function isFunction(name: string): boolean {
  return name === 'Ref' || name.startsWith('Fn::')
}

/**
 * The truth of a part of a condition.
 *
 * @throws TemplateError where it hangs on what only AWS knows
 */
export function truth(value: unknown, at: string, template: Resolving): boolean {
  const [[name = '', argument] = [], ...others] = isRecord(value) ? Object.entries(value) : []
  const decide = others.length === 0 && Object.hasOwn(intrinsics, name) ? intrinsics[name] : undefined
  const decided = decide ? decide(argument, at, template) : value
  if (decided instanceof Unknown) throw new TemplateError(at, `cannot be decided here: ${decided.because}.`)
  if (decided === true || decided === 'true') return true
  if (decided === false || decided === 'false') return false
  throw new TemplateError(at, `there has to be a condition where ${JSON.stringify(value)} is.`)
}

/** Texts, numbers and truth are the same value where they are written alike. */
const written = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

function substituted(argument: unknown, at: string, template: Resolving): unknown {
  const [whole, own] = Array.isArray(argument) ? argument : [argument, {}]
  const variables = isRecord(own) ? own : {}
  let unknown: Unknown | undefined
  const result = text(whole, at).replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, written: string) => {
    if (literal) return `\${${written}}`
    const name = written.trim()
    const value = Object.hasOwn(variables, name)
      ? template.resolve(variables[name], at)
      : name.includes('.')
        ? template.attribute(...split(name), at)
        : template.reference(name, at)
    if (value instanceof Unknown) unknown ??= value
    return value instanceof Unknown ? '' : text(value, at)
  })
  return unknown ?? result
}

/** `Fn.Outputs.Name` → `['Fn', 'Outputs.Name']` */
function split(name: string): [string, string] {
  const dot = name.indexOf('.')
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)]
}

/** Goes on with a value unless it, or something in it, is what only AWS knows. */
function known(value: unknown, goOn: (value: unknown) => unknown): unknown {
  return unknownIn(value) ?? goOn(value)
}

function unknownIn(value: unknown): Unknown | undefined {
  if (value instanceof Unknown) return value
  if (typeof value !== 'object' || value === null) return undefined
  for (const part of Object.values(value)) {
    const unknown = unknownIn(part)
    if (unknown) return unknown
  }
  return undefined
}

/** @throws TemplateError where the value is none that can be written as a text */
export function text(value: unknown, at: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new TemplateError(at, `there has to be a text where ${JSON.stringify(value)} is.`)
}

function list(value: unknown, at: string, atLeast = 0): unknown[] {
  if (Array.isArray(value) && value.length >= atLeast) return value
  const elements = atLeast > 0 ? ` of ${atLeast} elements` : ''
  throw new TemplateError(at, `there has to be a list${elements} where ${JSON.stringify(value)} is.`)
}
