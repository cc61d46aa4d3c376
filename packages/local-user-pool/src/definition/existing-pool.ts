import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../core/record.ts'
import { type SchemaAttribute, schemaOf } from '../core/schema.ts'
import type { Planned } from './plan.ts'
import type { Members } from './properties.ts'
import { TemplateError } from './template.ts'

/** Whose settings are chosen once, when the pool is made. */
const fixed = ['UsernameAttributes', 'AliasAttributes', 'UsernameConfiguration'] as const

/**
 * Refuses a template that asks a pool for what cannot change, on AWS either.
 *
 * @param existing what DescribeUserPool answers
 * @throws TemplateError
 */
export function checkUnchangeable({ logicalId, members }: Planned, existing: Members): void {
  const pool = isRecord(existing.UserPool) ? existing.UserPool : {}
  for (const property of fixed) {
    if (isDeepStrictEqual(sorted(pool[property]), sorted(members[property]))) continue
    // observed: CloudFormation's words, quoted in public issues.
    refuse(`${logicalId}.${property}`, `Updates are not allowed for property - ${property}.`)
  }
  const wanted = new Map(schemaOf(ownAttributes(members)).map((attribute) => [attribute.Name, attribute]))
  for (const attribute of attributesOf(pool)) {
    if (isSame(attribute, wanted.get(attribute.Name))) continue
    // observed: the words in which Cognito refuses such a template, quoted in public issues.
    refuse(
      `${logicalId}.Schema`,
      `Existing schema attributes cannot be modified or deleted. (${attribute.Name})`,
    )
  }
}

/**
 * Refuses a template that asks an identity provider to be of another kind, which makes it another one by the same name.
 *
 * @param existing what DescribeIdentityProvider answers
 * @throws TemplateError
 */
export function checkReplacement({ logicalId, members }: Planned, existing: Members): void {
  const { ProviderType } = isRecord(existing.IdentityProvider) ? existing.IdentityProvider : {}
  if (ProviderType === members.ProviderType) return
  // observed: CloudFormation's words, quoted in public issues.
  const words = 'CloudFormation cannot update a stack when a custom-named resource requires replacing.'
  throw new TemplateError(
    `${logicalId}.ProviderType`,
    `${words} It is ${ProviderType}: undo the change, or give another ProviderName.`,
  )
}

/** Custom attributes that the template has and the pool has not; these may be added. */
export function newAttributes({ members }: Planned, existing: Members): SchemaAttribute[] {
  const pool = isRecord(existing.UserPool) ? existing.UserPool : {}
  const names = new Set(attributesOf(pool).map(({ Name }) => Name))
  return ownAttributes(members).filter((attribute) =>
    schemaOf([attribute]).some(({ Name }) => !names.has(Name)),
  )
}

function refuse(at: string, words: string): never {
  throw new TemplateError(
    at,
    `${words} Undo the change, or begin with new data: another --storage, or none of its file.`,
  )
}

const attributesOf = ({ SchemaAttributes }: Members) =>
  (Array.isArray(SchemaAttributes) ? SchemaAttributes : []) as SchemaAttribute[]

const ownAttributes = ({ Schema }: Members) => (Array.isArray(Schema) ? Schema : []) as SchemaAttribute[]

const compared = [
  'AttributeDataType',
  'DeveloperOnlyAttribute',
  'Mutable',
  'Required',
  'StringAttributeConstraints',
  'NumberAttributeConstraints',
] as const

/** What the template does not say of an attribute is as it is. */
function isSame(existing: SchemaAttribute, wanted: SchemaAttribute | undefined): boolean {
  if (!wanted) return false
  return compared.every(
    (name) => wanted[name] === undefined || isDeepStrictEqual(existing[name], wanted[name]),
  )
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.toSorted() : undefined
  return value
}
