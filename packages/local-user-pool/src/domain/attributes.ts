import { type Attributes, requiredViolation, schemaViolation, withoutBlanks } from '../core/schema.ts'
import { invalidParameter, notAuthorized } from '../protocol/exceptions.ts'
import type { Client } from './clients.ts'
import type { UserPool } from './user-pools.ts'

const verifiable = ['email', 'phone_number'] as const

/** Refuses new values that the pool's schema does not allow. */
export function checkAttributes(pool: UserPool, attributes: Attributes, isUpdate = false): void {
  const violation = schemaViolation(pool.SchemaAttributes, attributes, isUpdate)
  if (violation) throw invalidParameter(violation)
}

/** Refuses a user without an attribute that the pool requires, of all or of those named. */
export function checkRequired(pool: UserPool, attributes: Attributes, names?: readonly string[]): void {
  const schema = pool.SchemaAttributes.filter(({ Name = '' }) => !names || names.includes(Name))
  const violation = requiredViolation(schema, attributes)
  if (violation) throw invalidParameter(violation)
}

/** Refuses attributes that a person may not write through this client. */
export function checkWritable(client: Client, attributes: Attributes): void {
  const { WriteAttributes } = client
  const isWritable = (name: string) =>
    !/^(sub|email_verified|phone_number_verified|dev:)/.test(name) &&
    (!WriteAttributes?.length || WriteAttributes.includes(name))
  if (!Object.keys(attributes).every(isWritable)) {
    throw notAuthorized('A client attempted to write unauthorized attribute')
  }
}

/** The attributes that this client may see. */
export function readable(client: Client, attributes: Attributes): Attributes {
  const { ReadAttributes } = client
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([name]) =>
        name === 'sub' ||
        (!name.startsWith('dev:') && (!ReadAttributes?.length || ReadAttributes.includes(name))),
    ),
  )
}

/**
 * The attributes after a change: an e-mail address or a phone number that is new is not verified, unless the
 * change says so. A blank value takes the attribute away (documented).
 */
export function changed(pool: UserPool, attributes: Attributes, change: Attributes): Attributes {
  const unverified = verifiable
    .filter((name) => change[name] !== undefined && change[name] !== attributes[name])
    .map((name) => [`${name}_verified`, 'false'] as const)
  const blank = Object.keys(change).filter((name) => change[name] === '')
  checkRequired(pool, {}, blank)
  return withoutBlanks({ ...attributes, ...Object.fromEntries(unverified), ...change })
}
