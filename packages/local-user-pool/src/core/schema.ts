/** An attribute of a pool's schema, as the API spells it. */
export interface SchemaAttribute {
  Name?: string | undefined
  AttributeDataType?: 'String' | 'Number' | 'DateTime' | 'Boolean' | undefined
  DeveloperOnlyAttribute?: boolean | undefined
  Mutable?: boolean | undefined
  Required?: boolean | undefined
  StringAttributeConstraints?: { MinLength?: string | undefined; MaxLength?: string | undefined } | undefined
  NumberAttributeConstraints?: { MinValue?: string | undefined; MaxValue?: string | undefined } | undefined
}

/** A user's attributes by name. Values are always text, on the wire and in storage. */
export type Attributes = Readonly<Record<string, string>>

const text = (Name: string, MinLength = '0', MaxLength = '2048'): SchemaAttribute => ({
  Name,
  AttributeDataType: 'String',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
  StringAttributeConstraints: { MinLength, MaxLength },
})

const truth = (Name: string): SchemaAttribute => ({
  Name,
  AttributeDataType: 'Boolean',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
})

// documented: the OpenID Connect standard claims that every pool has.
const standardAttributes: readonly SchemaAttribute[] = [
  { ...text('sub', '1'), Mutable: false, Required: true },
  text('name'),
  text('given_name'),
  text('family_name'),
  text('middle_name'),
  text('nickname'),
  text('preferred_username'),
  text('profile'),
  text('picture'),
  text('website'),
  text('email'),
  truth('email_verified'),
  text('gender'),
  text('birthdate', '10', '10'),
  text('zoneinfo'),
  text('locale'),
  text('phone_number'),
  truth('phone_number_verified'),
  text('address'),
  {
    Name: 'updated_at',
    AttributeDataType: 'Number',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    NumberAttributeConstraints: { MinValue: '0' },
  },
]

/** An attribute with a blank value is one that is not there. */
export const withoutBlanks = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''))

/** The schema of a pool: the standard attributes, changed and added to by its own, custom ones with their prefix. */
export function schemaOf(own: readonly SchemaAttribute[]): SchemaAttribute[] {
  const changes = new Map(own.map((attribute) => [attribute.Name, attribute]))
  const standard = standardAttributes.map((attribute) => ({ ...attribute, ...changes.get(attribute.Name) }))
  const isStandard = new Set(standardAttributes.map(({ Name }) => Name))
  return [...standard, ...customAttributes(own.filter(({ Name }) => !isStandard.has(Name)))]
}

/** Attributes of a pool's own, with their prefix and the defaults of what they do not say. */
export function customAttributes(own: readonly SchemaAttribute[]): SchemaAttribute[] {
  return own.map((attribute) => ({
    AttributeDataType: 'String',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    ...attribute,
    Name: `${attribute.DeveloperOnlyAttribute ? 'dev:' : ''}custom:${attribute.Name ?? ''}`,
  }))
}

/** Names of the attributes that every user must have and this one has not; `sub` is the pool's own affair. */
export function missingAttributes(schema: readonly SchemaAttribute[], attributes: Attributes): string[] {
  return schema.flatMap(({ Name = '', Required }) =>
    Required && Name !== 'sub' && !attributes[Name] ? [Name] : [],
  )
}

/**
 * What is wrong with new values of attributes, in Cognito's words; undefined where nothing is.
 *
 * @param attributes the new values
 * @param isUpdate whether the user exists already, so that immutable attributes are refused
 */
export function schemaViolation(
  schema: readonly SchemaAttribute[],
  attributes: Attributes,
  isUpdate = false,
): string | undefined {
  const violations = Object.entries(attributes).flatMap(([name, value]) => {
    const attribute = schema.find(({ Name }) => Name === name)
    if (!attribute) return [`${name}: Attribute does not exist in the schema.`]
    // assumed: the wording for immutable attributes and for values outside of their limits.
    if (isUpdate && attribute.Mutable === false) return [`${name}: Attribute cannot be updated.`]
    return value === '' || fits(attribute, value)
      ? []
      : [`${name}: Attribute value does not conform to the schema.`]
  })
  return violations.length > 0 ? asViolation(violations) : formatViolation(attributes)
}

/** Cognito's text for required attributes that are missing; undefined where none is. */
export function requiredViolation(
  schema: readonly SchemaAttribute[],
  attributes: Attributes,
): string | undefined {
  const missing = missingAttributes(schema, attributes)
  return missing.length > 0
    ? asViolation(missing.map((name) => `${name}: The attribute is required`))
    : undefined
}

// observed: "Attributes did not conform to the schema: email: The attribute is required\n", in public code bases.
function asViolation(violations: readonly string[]): string {
  return `Attributes did not conform to the schema: ${violations.join('\n')}\n`
}

function formatViolation({ email, phone_number: phone }: Attributes): string | undefined {
  if (email !== undefined && email !== '' && !isEmail(email)) return 'Invalid email address format.'
  if (phone !== undefined && phone !== '' && !isPhoneNumber(phone)) return 'Invalid phone number format.'
  return undefined
}

function fits(
  { AttributeDataType, StringAttributeConstraints, NumberAttributeConstraints }: SchemaAttribute,
  value: string,
) {
  switch (AttributeDataType) {
    case 'Boolean':
      return value === 'true' || value === 'false'
    case 'Number': {
      const { MinValue = '-Infinity', MaxValue = 'Infinity' } = NumberAttributeConstraints ?? {}
      return /^-?\d+$/.test(value) && Number(value) >= Number(MinValue) && Number(value) <= Number(MaxValue)
    }
    case 'DateTime':
      return !Number.isNaN(Date.parse(value))
    case 'String':
    case undefined: {
      const { MinLength = '0', MaxLength = '2048' } = StringAttributeConstraints ?? {}
      return value.length >= Number(MinLength) && value.length <= Number(MaxLength)
    }
  }
}

export const isEmail = (text: string) => /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)

/** E.164: a plus and up to 15 digits. */
export const isPhoneNumber = (text: string) => /^\+[1-9]\d{1,14}$/.test(text)
