import { isEmail } from './core/schema.ts'
import { CognitoException } from './protocol/exceptions.ts'
import { shapeOf } from './protocol/model.ts'
import { validate } from './protocol/validation.ts'
import { type Seed, seedStates, UnusableSeedError } from './seed.ts'

export { UnusableSeedError }

/** What a member of a seed may be, and whether it may be left out. */
interface Member {
  readonly check: (value: unknown, place: string) => void
  readonly isOptional?: boolean
}

const shape = (name: string): Member => ({ check: (value, place) => checkShape(value, name, place) })
const isOptional = ({ check }: Member): Member => ({ check, isOptional: true })

const email: Member = {
  check: (value, place) =>
    expectThat(typeof value === 'string' && isEmail(value), place, 'an e-mail address'),
}
const attributes: Member = {
  check(value, place) {
    for (const [name, text] of Object.entries(objectOf(value, place))) {
      expectThat(typeof text === 'string', `${place}.${name}`, 'a text')
    }
  },
}
const state: Member = {
  check: (value, place) =>
    expectThat(seedStates.includes(value as never), place, `one of ${seedStates.join(', ')}`),
}

const user: Readonly<Record<string, Member>> = {
  email,
  password: shape('PasswordType'),
  state,
  attributes: isOptional(attributes),
}
const users: Member = {
  check(value, place) {
    if (!Array.isArray(value)) throw wrong(place, 'a list of users')
    for (const [index, one] of value.entries()) checkMembers(one, user, `${place}[${index}]`)
  },
}

const seed: Readonly<Record<string, Member>> = {
  userPoolId: shape('UserPoolIdType'),
  clientId: shape('ClientIdType'),
  userPool: shape('CreateUserPoolRequest'),
  mfa: isOptional(shape('GetUserPoolMfaConfigResponse')),
  domain: isOptional(shape('DomainType')),
  client: {
    check: (value, place) =>
      // The pool is the seed's own.
      checkShape(
        { ...objectOf(value, place), UserPoolId: 'local_pool' },
        'CreateUserPoolClientRequest',
        place,
      ),
  },
  users,
}

/**
 * Reads a seed from JSON.
 *
 * @throws UnusableSeedError at the first thing that is wrong with it
 */
export function readSeed(text: string): Seed {
  const value = parsed(text)
  checkMembers(value, seed, '')
  return value as Seed
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UnusableSeedError(`it is not JSON (${error instanceof Error ? error.message : error}).`)
  }
}

function checkMembers(value: unknown, members: Readonly<Record<string, Member>>, place: string): void {
  const object = objectOf(value, place || 'the seed')
  const at = (name: string) => (place === '' ? name : `${place}.${name}`)
  checkNames(object, Object.keys(members), at)
  for (const [name, { check, isOptional }] of Object.entries(members)) {
    if (object[name] !== undefined) check(object[name], at(name))
    else if (!isOptional) throw new UnusableSeedError(`${at(name)} is missing.`)
  }
}

function checkNames(object: object, known: readonly string[], at: (name: string) => string): void {
  const unknown = Object.keys(object).find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new UnusableSeedError(`${at(unknown)} is unknown; known are ${known.join(', ')}.`)
  }
}

/** What the model of the API says of it. A request may have members beyond; a seed is written by hand. */
function checkShape(value: unknown, name: string, place: string): void {
  checkTypes(value, name, place)
  try {
    validate(value, name)
  } catch (error) {
    if (!(error instanceof CognitoException)) throw error
    throw new UnusableSeedError(`${place} is not what Cognito takes: ${error.reason ?? error.message}.`)
  }
}

function checkTypes(value: unknown, name: string, place: string): void {
  const described = shapeOf(name)
  switch (described.type) {
    case 'structure': {
      const object = objectOf(value, place)
      const at = (member: string) => `${place}.${member}`
      checkNames(object, Object.keys(described.members), at)
      for (const [member, one] of Object.entries(object)) {
        checkTypes(one, described.members[member] ?? '', at(member))
      }
      return
    }
    case 'list':
      if (!Array.isArray(value)) throw wrong(place, 'a list')
      for (const [index, one] of value.entries()) checkTypes(one, described.member, `${place}[${index}]`)
      return
    case 'map':
      for (const [key, one] of Object.entries(objectOf(value, place))) {
        checkTypes(one, described.value, `${place}.${key}`)
      }
      return
    case 'string':
    case 'blob':
      expectThat(typeof value === 'string', place, 'a text')
      return
    case 'integer':
    case 'long':
      expectThat(Number.isSafeInteger(value), place, 'a whole number')
      return
    case 'timestamp':
      expectThat(Number.isFinite(value), place, 'a number')
      return
    case 'boolean':
      expectThat(typeof value === 'boolean', place, 'true or false')
      return
  }
}

function objectOf(value: unknown, place: string): Readonly<Record<string, unknown>> {
  expectThat(typeof value === 'object' && value !== null && !Array.isArray(value), place, 'an object')
  return value as Readonly<Record<string, unknown>>
}

function expectThat(isSo: boolean, place: string, wants: string): void {
  if (!isSo) throw wrong(place, wants)
}

const wrong = (place: string, wants: string) => new UnusableSeedError(`${place} must be ${wants}.`)
