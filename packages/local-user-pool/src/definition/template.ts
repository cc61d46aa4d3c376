import { isRecord } from '../core/record.ts'

/** A template that cannot be followed. The message says where in it, and what to do. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'

  /** @param at the way there from a section or a logical id: `AppPool.Policies.PasswordPolicy` */
  constructor(at: string, what: string) {
    super(`${at}: ${what}`)
  }
}

export interface TemplateResource {
  readonly type: string
  /** The name of the condition under which there is such a resource. */
  readonly condition?: string
  readonly properties: Section
}

type Section = Readonly<Record<string, unknown>>

/** The sections of a CloudFormation template that say what there is to be. */
export interface Template {
  /** The names of the macros that AWS applies to it. */
  readonly macros: readonly string[]
  readonly parameters: Section
  readonly mappings: Section
  readonly conditions: Section
  readonly resources: ReadonlyMap<string, TemplateResource>
}

/**
 * Looks at a parsed document as a template.
 *
 * @throws TemplateError
 */
export function readTemplate(document: unknown): Template {
  if (!isRecord(document)) throw new TemplateError('Resources', 'the document is no CloudFormation template.')
  const resources = section(document, 'Resources')
  if (Object.keys(resources).length === 0) {
    throw new TemplateError('Resources', 'there are none. Is this a CloudFormation template?')
  }
  return {
    macros: [document.Transform].flat().filter((macro) => typeof macro === 'string'),
    parameters: section(document, 'Parameters'),
    mappings: section(document, 'Mappings'),
    conditions: section(document, 'Conditions'),
    resources: new Map(
      Object.entries(resources).map(([logicalId, resource]) => [
        logicalId,
        readResource(logicalId, resource),
      ]),
    ),
  }
}

/** What stands for the type of a loop or a macro among the resources, under a name that says which it is. */
export const generated = 'Fn::'

function readResource(logicalId: string, resource: unknown): TemplateResource {
  if (logicalId.startsWith(generated)) return { type: generated, properties: {} }
  if (!isRecord(resource) || typeof resource.Type !== 'string') {
    throw new TemplateError(logicalId, 'has no Type, as in "Type": "AWS::Cognito::UserPool".')
  }
  const { Type: type, Condition: condition } = resource
  if (condition !== undefined && typeof condition !== 'string') {
    throw new TemplateError(`${logicalId}.Condition`, 'is no name of a condition.')
  }
  return {
    type,
    ...(condition !== undefined && { condition }),
    properties: section(resource, 'Properties', `${logicalId}.`),
  }
}

function section(document: Section, name: string, prefix = ''): Section {
  const value = document[name] ?? {}
  if (!isRecord(value)) throw new TemplateError(`${prefix}${name}`, 'is no object. Write names and values.')
  return value
}
