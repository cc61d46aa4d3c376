import { isRecord } from '../core/record.ts'
import { clientIdOf, clientSecretOf, poolIdOf } from './ids.ts'
import { intrinsics, isFunction, type Resolving, truth } from './intrinsics.ts'
import type { Parameters } from './parameters.ts'
import { resourceTypes } from './resource-types.ts'
import { type Template, TemplateError } from './template.ts'
import { Unknown } from './unknown.ts'

/** Where the template is "deployed". */
export interface Place {
  readonly region: string
  readonly accountId: string
  /** Where clients reach the pool, without a slash at the end. */
  readonly endpoint: string
}

const stackName = 'local'

/** Works out the values of a template, as far as they are known without AWS. */
export class Resolver implements Resolving {
  readonly #template: Template
  readonly #parameters: Parameters
  readonly #place: Place
  /** What is being worked out, from outside to inside. */
  readonly #underWay = new Set<string>()

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
      return intrinsic ? intrinsic(argument, at, this) : new Unknown(`${name} is worked out on AWS alone`)
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
    const { type, properties } = this.#resource(name, at)
    if (type === 'AWS::Cognito::UserPool') return poolIdOf(name, this.#place.region)
    if (type === 'AWS::Cognito::UserPoolClient') return this.#clientId(name, at)
    const ref = resourceTypes[type]?.ref
    if (ref !== undefined) {
      const own = this.#once(name, at, () => this.resolve(properties[ref], `${name}.${ref}`))
      return own ?? name
    }
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
      case 'AWS::Cognito::UserPoolClient ClientSecret':
        return clientSecretOf(this.#clientId(logicalId, at))
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
    const { [map]: rows } = this.#template.mappings
    const row = isRecord(rows) && Object.hasOwn(rows, key) ? rows[key] : undefined
    return isRecord(row) && Object.hasOwn(row, name) ? row[name] : undefined
  }

  #clientId(logicalId: string, at: string): string {
    const { properties } = this.#resource(logicalId, at)
    const pool = this.#once(logicalId, at, () =>
      this.resolve(properties.UserPoolId, `${logicalId}.UserPoolId`),
    )
    return clientIdOf(logicalId, pool)
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

  /** Refuses what comes back to itself. */
  #once<Result>(name: string, at: string, work: () => Result): Result {
    if (this.#underWay.has(name)) throw new TemplateError(at, `${name} depends on itself.`)
    this.#underWay.add(name)
    try {
      return work()
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
