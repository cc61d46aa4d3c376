import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { operations } from '../operations/index.ts'
import { createLocalUserPool, type LocalUserPool } from '../pool.ts'
import { exampleSeed } from '../seed.ts'
import { unexpected } from '../test-response.ts'
import { model, shapeOf } from './model.ts'

const bugs: unknown[] = []
let pool: LocalUserPool
beforeAll(() => {
  pool = createLocalUserPool({ seed: exampleSeed, onBug: (...bug) => bugs.push(bug) })
})

/** Values that lead further than random text: ids that exist, names of users, of attributes, of prototypes. */
const telling = [
  exampleSeed.userPoolId,
  exampleSeed.clientId,
  ...exampleSeed.users.flatMap(({ email, password }) => [email, password, email.toUpperCase()]),
  ...[
    'email',
    'name',
    'sub',
    'email_verified',
    'custom:x',
    'staff',
    'PASSWORD_VERIFIER',
    'NEW_PASSWORD_REQUIRED',
  ],
  ...['__proto__', 'constructor', 'toString', '', '0', '-1', '\u0000', '\ud800', '🚪', 'a.b.c', "'; --"],
]
const text = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...telling) }, fc.string())

const keys: Readonly<Record<string, readonly string[]>> = {
  AuthParametersType: [
    'USERNAME',
    'PASSWORD',
    'SRP_A',
    'PREFERRED_CHALLENGE',
    'REFRESH_TOKEN',
    'SECRET_HASH',
  ],
  ChallengeResponsesType: [
    ...['ANSWER', 'PASSWORD', 'SRP_A', 'CREDENTIAL', 'EMAIL_OTP_CODE', 'SMS_OTP_CODE'],
    ...['USERNAME', 'NEW_PASSWORD', 'userAttributes.name', 'userAttributes.__proto__', 'SECRET_HASH'],
    ...['PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'],
  ],
}

/** What the model describes, most of the time; any JSON now and then. */
function like(name: string): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: fitting(name) }, fc.jsonValue({ maxDepth: 2 }))
}

function fitting(name: string): fc.Arbitrary<unknown> {
  const shape = shapeOf(name)
  switch (shape.type) {
    case 'structure': {
      if (shape.document) return fc.jsonValue()
      const members = Object.entries(shape.members).map(([member, target]) => [member, like(target)] as const)
      const requiredKeys = (shape.required ?? []).filter((member) => Object.hasOwn(shape.members, member))
      return fc.record(Object.fromEntries(members), { requiredKeys: requiredKeys as never[] })
    }
    case 'list':
      return fc.array(like(shape.member), { maxLength: 3 })
    case 'map':
      return fc.dictionary(fc.constantFrom(...(keys[name] ?? telling)), like(shape.value), { maxKeys: 6 })
    case 'string':
      return shape.enum ? fc.constantFrom(...shape.enum) : text
    case 'blob':
      return text
    case 'integer':
    case 'long':
      return fc.integer({ min: -1, max: (shape.max ?? 100) + 1 })
    case 'boolean':
      return fc.boolean()
    case 'timestamp':
      return fc.double({ noNaN: true })
  }
}

test.each(Object.keys(operations))(
  '%s answers whatever it is sent, as the model says, and never by an internal error',
  async (name) => {
    const { input = '', output, errors = [] } = model.operations[name] ?? {}
    await fc.assert(
      fc.asyncProperty(like(input), async (body) => {
        const response = await pool.fetch(
          new Request('http://localhost:9339/', {
            method: 'POST',
            headers: {
              'x-amz-target': `${model.service}.${name}`,
              authorization: 'AWS4-HMAC-SHA256 Credential=test',
            },
            body: JSON.stringify(body),
          }),
        )
        const answer = await response.json()
        expect(bugs).toEqual([])
        if (response.status === 200)
          expect(output ? unexpected(answer, output) : answer).toEqual(output ? [] : {})
        else expect(['SerializationException', ...errors]).toContain((answer as { __type: string }).__type)
      }),
      { numRuns: 40 },
    )
  },
)
