import { isRecord } from '../core/record.ts'
import { shapeOf } from '../protocol/model.ts'
import type { AttributeType, UserStatusType } from '../protocol/types.generated.ts'
import { CognitoLocalUnusableError } from './unusable.ts'

/** A user as cognito-local writes one. Dates are text or milliseconds since 1970. */
export interface StoredUser {
  readonly Username: string
  readonly Password?: string
  readonly UserStatus: UserStatusType
  readonly Enabled?: boolean
  readonly Attributes: readonly AttributeType[]
  readonly UserCreateDate?: string | number
  readonly UserLastModifiedDate?: string | number
  readonly ConfirmationCode?: string
  readonly RefreshTokens?: readonly string[]
  readonly UnverifiedAttributeChanges?: readonly AttributeType[]
  readonly MFAOptions?: readonly { readonly DeliveryMedium?: string }[]
  readonly UserMFASettingList?: readonly string[]
  readonly PreferredMfaSetting?: string
  readonly SoftwareTokenMfaConfiguration?: StoredToken
}

/** The authenticator app of a user. */
export interface StoredToken {
  readonly Secret: string
  readonly Verified: boolean
  readonly FriendlyDeviceName?: string
}

/** A group as cognito-local writes one. */
export interface StoredGroup {
  readonly GroupName: string
  readonly Description?: string
  readonly RoleArn?: string
  readonly Precedence?: number
  readonly CreationDate?: string | number
  readonly LastModifiedDate?: string | number
  /** Usernames. */
  readonly members?: readonly string[]
}

/** What a member may be, in words too, and whether it has to be there. */
interface Kind {
  readonly wants: string
  readonly is: (value: unknown) => boolean
  readonly isRequired?: boolean
}

type Kinds = Readonly<Record<string, Kind>>

const text: Kind = { wants: 'a text', is: (value) => typeof value === 'string' }
const truth: Kind = { wants: 'true or false', is: (value) => typeof value === 'boolean' }
const number: Kind = { wants: 'a whole number', is: Number.isSafeInteger }
const time: Kind = {
  wants: 'a time',
  is: (value) =>
    (text.is(value) || number.is(value)) && !Number.isNaN(new Date(value as string | number).getTime()),
}
const texts: Kind = { wants: 'a list of texts', is: (value) => Array.isArray(value) && value.every(text.is) }
const attributes: Kind = {
  wants: 'a list of attributes, each with Name and Value',
  is: (value) =>
    Array.isArray(value) &&
    value.every(
      (one) => isRecord(one) && text.is(one.Name) && (one.Value === undefined || text.is(one.Value)),
    ),
}
const statuses = (() => {
  const shape = shapeOf('UserStatusType')
  return shape.type === 'string' ? (shape.enum ?? []) : []
})()
const status: Kind = {
  wants: `one of ${statuses.join(', ')}`,
  is: (value) => text.is(value) && statuses.includes(value as string),
}
const required = (kind: Kind): Kind => ({ ...kind, isRequired: true })

const secret: Kind = {
  wants: 'a text in base32',
  is: (value) => typeof value === 'string' && /^[A-Z2-7]+=*$/.test(value),
}
const token: Kinds = { Secret: required(secret), Verified: required(truth), FriendlyDeviceName: text }

const user: Kinds = {
  Username: required(text),
  Password: text,
  UserStatus: required(status),
  Enabled: truth,
  Attributes: required(attributes),
  UserCreateDate: time,
  UserLastModifiedDate: time,
  ConfirmationCode: text,
  RefreshTokens: texts,
  UnverifiedAttributeChanges: attributes,
  MFAOptions: { wants: 'a list of objects', is: (value) => Array.isArray(value) && value.every(isRecord) },
  UserMFASettingList: texts,
  PreferredMfaSetting: text,
}

const group: Kinds = {
  GroupName: required(text),
  Description: text,
  RoleArn: text,
  Precedence: number,
  CreationDate: time,
  LastModifiedDate: time,
  members: texts,
}

/** @throws CognitoLocalUnusableError, which never tells a value: it may be a password */
export function storedUser(value: unknown, at: string): StoredUser {
  const { SoftwareTokenMfaConfiguration: app } = recordAt(value, at)
  return {
    ...shaped<StoredUser>(value, user, at),
    ...(app !== undefined && {
      SoftwareTokenMfaConfiguration: shaped<StoredToken>(app, token, `${at}.SoftwareTokenMfaConfiguration`),
    }),
  }
}

export const storedGroup = (value: unknown, at: string) => shaped<StoredGroup>(value, group, at)

/** The members of an object, which may be left out where it is empty. */
export function membersOf(value: unknown, at: string): [name: string, member: unknown][] {
  return value === undefined ? [] : Object.entries(recordAt(value, at))
}

export function recordAt(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new CognitoLocalUnusableError(at, 'must be an object.')
  return value
}

/** The text, where there is one. */
export function textAt(value: unknown, at: string): string | undefined {
  if (value !== undefined && typeof value !== 'string')
    throw new CognitoLocalUnusableError(at, 'must be a text.')
  return value
}

/** @throws CognitoLocalUnusableError where it is no JSON, or none of an object */
export function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    // The parser's other words quote what is around the place, which may be a password.
    const [place] = /line \d+ column \d+/.exec(String(error)) ?? ['it ends too early']
    throw new CognitoLocalUnusableError(
      file,
      `is no JSON (${place}). Put it right, or take a copy that is whole.`,
    )
  }
  return recordAt(value, `${file}: the whole of it`)
}

function shaped<Stored>(value: unknown, kinds: Kinds, at: string): Stored {
  const record = recordAt(value, at)
  const members = Object.entries(kinds).flatMap(([name, { wants, is, isRequired }]) => {
    const member = record[name]
    if (member !== undefined && member !== null) {
      if (!is(member)) throw new CognitoLocalUnusableError(`${at}.${name}`, `must be ${wants}.`)
      return [[name, member]]
    }
    if (isRequired) throw new CognitoLocalUnusableError(`${at}.${name}`, 'is missing.')
    return []
  })
  return Object.fromEntries(members) as Stored
}
