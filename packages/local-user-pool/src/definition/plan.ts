import { isRecord } from '../core/record.ts'
import { Differences, notKnown } from './differences.ts'
import { fitted, plain } from './fitted.ts'
import { Parameters } from './parameters.ts'
import { type Asked, completed, type Members, memberOf, requiredBy, shapeAt } from './properties.ts'
import { type Place, Resolver } from './resolver.ts'
import { type ResourceType, resourceTypeOf, resourceTypes } from './resource-types.ts'
import { generated, readTemplate, TemplateError, type TemplateResource } from './template.ts'
import { onAwsAlone, Unknown } from './unknown.ts'
import { tellTriggers, tellWithoutEffect } from './without-effect.ts'

/** A CloudFormation template and what it is read with. */
export interface Definition {
  /** Parsed already. */
  readonly template: object
  /** Values of the template's parameters, instead of their defaults. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** A resource that is to be there. */
export interface Planned extends Asked {
  readonly logicalId: string
  readonly type: string
}

export interface Plan {
  /** In the order in which they are to be made. */
  readonly resources: readonly Planned[]
  readonly differences: Differences
}

/**
 * Says which resources a template asks for, with all values worked out, and what of it cannot be honoured.
 *
 * @param functions names of the triggers that have a function
 * @throws TemplateError
 */
export function planOf(definition: Definition, place: Place, functions: ReadonlySet<string>): Plan {
  const template = readTemplate(definition.template)
  const parameters = new Parameters(template.parameters, definition.parameters ?? {})
  const resolver = new Resolver(template, parameters, place)
  const differences = new Differences()
  const order = Object.keys(resourceTypes)
  const isWanted = (logicalId: string, { type, condition }: TemplateResource) =>
    isLookedAt(type) && (condition === undefined || resolver.condition(condition, `${logicalId}.Condition`))
  const wanted = [...template.resources]
    .filter(([logicalId, resource]) => shallow(logicalId, () => isWanted(logicalId, resource)))
    .sort(([, one], [, other]) => order.indexOf(one.type) - order.indexOf(other.type))
  for (const macro of template.macros) {
    if (!understood.includes(macro)) differences.add('Transform', `${macro} ${onAwsAlone}`)
  }
  const pools = new Set<unknown>()
  const resources: Planned[] = []
  for (const [logicalId, resource] of wanted) {
    const type = resourceTypeOf(resource.type)
    if (!type) {
      tellForeign(logicalId, resource, functions, differences)
      continue
    }
    const reader = { resolver, differences, region: place.region, functions }
    const planned = shallow(logicalId, () => plannedOf(logicalId, resource, type, reader))
    if (!planned) continue
    if (resource.type === 'AWS::Cognito::UserPool') pools.add(planned.id)
    if (pools.has(planned.members.UserPoolId)) resources.push(planned)
    else differences.add(logicalId, 'is left out: its user pool is not one of this template')
  }
  if (pools.size === 0) {
    throw new TemplateError(
      'Resources',
      'there is no AWS::Cognito::UserPool. If it is in a nested stack, name the template of that stack.',
    )
  }
  return { resources, differences }
}

/** Macros of AWS that change nothing of what is read here, or that are said where they stand. */
const understood = ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions', 'AWS::Include']

/** Says of a resource in which the stack runs out whose it is. */
function shallow<Result>(logicalId: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new TemplateError(logicalId, 'is nested too deeply, or depends on too much that depends on more.')
  }
}

interface Reader {
  readonly resolver: Resolver
  readonly differences: Differences
  readonly region: string
  readonly functions: ReadonlySet<string>
}

function plannedOf(
  logicalId: string,
  resource: TemplateResource,
  type: ResourceType,
  { resolver, differences, region, functions }: Reader,
): Planned | undefined {
  const members: Members = {}
  /** Of what there is, by the names that the template has for it. */
  const resolved: Members = {}
  const lost = new Set<string>()
  for (const [property, written] of Object.entries(resource.properties)) {
    const at = `${logicalId}.${property}`
    const value = resolver.resolve(written, at)
    if (value === undefined) continue
    const way = memberOf(resource.type, property)
    if (way === null) {
      resolved[property] = plain(value, at, differences)
      continue
    }
    const shape = way && shapeAt(type, way)
    if (way === undefined || shape === undefined) {
      differences.add(at, notKnown(property))
      continue
    }
    if (!(value instanceof Unknown)) resolved[property] = value
    const member = fitted(value, shape, at, differences)
    if (member === undefined) lost.add(way[0] ?? property)
    else put(members, way, member)
  }
  const asked = completed(resource.type, logicalId, members, resolved.EnabledMfas, region)
  const missing = requiredBy(type.create).filter((name) => lost.has(name) && !(name in asked.members))
  if (missing.length > 0) {
    differences.add(logicalId, `is left out: it cannot be without ${missing.join(' and ')}`)
    return undefined
  }
  tellWithoutEffect(resource.type, logicalId, resolved, differences)
  if (resource.type === 'AWS::Cognito::UserPool') {
    tellTriggers(logicalId, resolved.LambdaConfig, functions, differences)
  }
  return { logicalId, type: resource.type, ...asked }
}

/** Resources of other services are nobody's concern here, but for those in which something of Cognito may be. */
const isLookedAt = (type: string) =>
  type.startsWith('AWS::Cognito::') || type.startsWith('AWS::Serverless::') || foreign.includes(type)

const foreign = [generated, 'AWS::CloudFormation::Stack']

/** Tells of what is not made. */
function tellForeign(
  logicalId: string,
  { type, properties }: TemplateResource,
  functions: ReadonlySet<string>,
  differences: Differences,
): void {
  if (type.startsWith('AWS::Cognito::')) differences.add(logicalId, `there is no ${type} locally`)
  if (type === generated) differences.add(logicalId, `is left out: it ${onAwsAlone}`)
  if (type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application') {
    differences.add(logicalId, 'is a nested stack, which is not read: name its own template instead')
  }
  // SAM's way to say LambdaConfig, from the side of the function.
  if (type !== 'AWS::Serverless::Function' || !isRecord(properties.Events)) return
  for (const [name, event] of Object.entries(properties.Events)) {
    if (!isRecord(event) || event.Type !== 'Cognito' || !isRecord(event.Properties)) continue
    const triggers = [event.Properties.Trigger]
      .flat()
      .filter((trigger) => typeof trigger === 'string' && !functions.has(trigger))
    if (triggers.length === 0) continue
    differences.add(`${logicalId}.Events.${name}`, `no function runs for ${triggers.join(' and ')} here`)
  }
}

function put(members: Members, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) members[name] = value
  else {
    const inner = (members[name] ?? {}) as Members
    members[name] = inner
    put(inner, rest, value)
  }
}
