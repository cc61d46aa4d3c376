import { isRecord } from '../core/record.ts'
import { clientIdOf, clientSecretOf, poolIdOf } from './ids.ts'
import { intrinsics, isFunction, type Resolving, text, truth } from './intrinsics.ts'
import type { Parameters } from './parameters.ts'
import { resourceTypeOf } from './resource-types.ts'
import { type Template, TemplateError } from './template.ts'
import { onAwsAlone, Unknown } from './unknown.ts'

/** Where the template is "deployed". */
export interface Place {
  readonly region: string
  readonly accountId: string
  /** Where clients reach the pool, without a slash at the end. */
  readonly endpoint: string
}

const stackName = 'local'

/** The longest text that a value may come to, in characters: as long as a whole template. */
// documented: a template has 1 MB at most.
const longest = 1024 * 1024

/** Works out the values of a template, as far as they are known without AWS. */
export class Resolver implements Resolving {
  readonly #template: Template
  readonly #parameters: Parameters
  readonly #place: Place
  /** What is being worked out, from outside to inside. */
  readonly #underWay = new Set<string>()
  /** What has been worked out: whatever is named twice is worked out once. */
  readonly #done = new Map<string, unknown>()

  constructor(template: Template, parameters: Parameters, place: Place) {
    this.#template = template
    this.#parameters = parameters
    this.#place = place
  }

  resolve(value: unknown, at: string): unknown {
    if (typeof value === 'string') return dynamic(value) ?? value
    if (Array.isArray(value)) {
      return value.map((item, index) => this.resolve(item, `${at}[${index}]`)).filter(isThere)
    }
    if (!isRecord(value)) return value ?? undefined
    const entries = Object.entries(value)
    const [[name = '', argument] = []] = entries
    if (entries.length === 1 && isFunction(name)) {
      const intrinsic = Object.hasOwn(intrinsics, name) ? intrinsics[name] : undefined
      const result = intrinsic ? intrinsic(argument, at, this) : new Unknown(`${name} ${onAwsAlone}`)
      if (typeof result !== 'string') return result
      if (result.length > longest) throw new TemplateError(at, 'comes to more than 1 MB.')
      return dynamic(result) ?? result
    }
    return Object.fromEntries(
      entries
        .map(([key, member]) => [key, this.resolve(member, `${at}.${key}`)] as const)
        .filter(([, member]) => isThere(member)),
    )
  }

  reference(name: string, at: string): unknown {
    if (name.startsWith('AWS::')) return this.#pseudo(name, at)
    if (this.#parameters.has(name)) return this.#parameters.valueOf(name)
    const { type } = this.#resource(name, at)
    if (type === 'AWS::Cognito::UserPool') return poolIdOf(name, this.#place.region)
    if (type === 'AWS::Cognito::UserPoolClient') return this.#clientId(name, at)
    const ref = resourceTypeOf(type)?.ref
    if (ref !== undefined) return this.#own(name, ref, at) ?? name
    // A function or a role is told of by a name that nobody asks for here.
    return isNameOnly(type) ? name : new Unknown(`${name} (${type}) exists on AWS alone`)
  }

  attribute(logicalId: string, name: string, at: string): unknown {
    const { type } = this.#resource(logicalId, at)
    const { region, accountId, endpoint } = this.#place
    switch (`${type} ${name}`) {
      case 'AWS::Cognito::UserPool UserPoolId':
        return poolIdOf(logicalId, region)
      case 'AWS::Cognito::UserPool Arn':
        return `arn:aws:cognito-idp:${region}:${accountId}:userpool/${poolIdOf(logicalId, region)}`
      case 'AWS::Cognito::UserPool ProviderURL':
        return `${endpoint}/${poolIdOf(logicalId, region)}`
      case 'AWS::Cognito::UserPool ProviderName':
        return `${endpoint}/${poolIdOf(logicalId, region)}`.replace(/^https?:\/\//, '')
      case 'AWS::Cognito::UserPoolClient ClientId':
        return this.#clientId(logicalId, at)
      case 'AWS::Cognito::UserPoolClient ClientSecret': {
        if (!this.#hasSecret(logicalId, at)) return new Unknown(`${logicalId} has no secret`)
        const id = this.#clientId(logicalId, at)
        return id instanceof Unknown ? id : clientSecretOf(id)
      }
      case 'AWS::Cognito::UserPoolClient Name':
        return this.#own(logicalId, 'ClientName', at) ?? logicalId
      case 'AWS::IAM::Role Arn':
        return `arn:aws:iam::${accountId}:role/${logicalId}`
      case 'AWS::Lambda::Function Arn':
      case 'AWS::Serverless::Function Arn':
        return `arn:aws:lambda:${region}:${accountId}:function:${logicalId}`
      default:
        return new Unknown(`${logicalId}.${name} (${type}) exists on AWS alone`)
    }
  }

  condition(name: string, at: string): boolean {
    const { conditions } = this.#template
    if (!Object.hasOwn(conditions, name)) throw new TemplateError(at, `Conditions has no ${name}.`)
    const where = `Conditions.${name}`
    return this.#once(where, where, () => truth(conditions[name], where, this))
  }

  mapped(map: string, key: string, name: string): unknown {
    return [map, key, name].reduce<unknown>(
      (rows, each) => (isRecord(rows) && Object.hasOwn(rows, each) ? rows[each] : undefined),
      this.#template.mappings,
    )
  }

  #clientId(logicalId: string, at: string): string | Unknown {
    const pool = this.#own(logicalId, 'UserPoolId', at)
    if (pool instanceof Unknown) return pool
    return clientIdOf(logicalId, text(pool, `${logicalId}.UserPoolId`), this.#hasSecret(logicalId, at))
  }

  #hasSecret(logicalId: string, at: string): boolean {
    const isOn = this.#own(logicalId, 'GenerateSecret', at)
    return isOn === true || isOn === 'true'
  }

  /** A property of a resource, worked out. */
  #own(logicalId: string, property: string, at: string): unknown {
    const { properties } = this.#resource(logicalId, at)
    const where = `${logicalId}.${property}`
    return this.#once(where, at, () => this.resolve(properties[property], where))
  }

  #resource(logicalId: string, at: string) {
    const resource = this.#template.resources.get(logicalId)
    if (!resource) {
      throw new TemplateError(
        at,
        `${logicalId} names neither a parameter nor a resource. Check the spelling.`,
      )
    }
    if (resource.condition !== undefined && !this.condition(resource.condition, `${logicalId}.Condition`)) {
      throw new TemplateError(at, `${logicalId} is not there, because ${resource.condition} does not hold.`)
    }
    return resource
  }

  #pseudo(name: string, at: string): unknown {
    const { region, accountId } = this.#place
    switch (name) {
      case 'AWS::Region':
        return region
      case 'AWS::AccountId':
        return accountId
      case 'AWS::StackName':
        return stackName
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/${stackName}`
      case 'AWS::Partition':
        return 'aws'
      case 'AWS::URLSuffix':
        return 'amazonaws.com'
      case 'AWS::NotificationARNs':
        return []
      case 'AWS::NoValue':
        return undefined
      default:
        throw new TemplateError(at, `${name} is no pseudo parameter. Check the spelling.`)
    }
  }

  /** Works out what has that name, and refuses what comes back to itself. */
  #once<Result>(name: string, at: string, work: () => Result): Result {
    if (this.#done.has(name)) return this.#done.get(name) as Result
    if (this.#underWay.has(name)) throw new TemplateError(at, `${name} depends on itself.`)
    this.#underWay.add(name)
    try {
      const result = work()
      this.#done.set(name, result)
      return result
    } finally {
      this.#underWay.delete(name)
    }
  }
}

const isThere = (value: unknown) => value !== undefined

const isNameOnly = (type: string) => /^AWS::(Lambda|Serverless)::Function$|^AWS::IAM::Role$/.test(type)

/** `{{resolve:secretsmanager:…}}` */
function dynamic(value: string): Unknown | undefined {
  const [, service] = /\{\{resolve:([\w-]+):/.exec(value) ?? []
  return service === undefined ? undefined : new Unknown(`it is kept by AWS (${service})`)
}
