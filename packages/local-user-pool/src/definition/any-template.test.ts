// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how templates write it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import amplify from './fixtures/amplify-auth.nested.template.json' with { type: 'json' }
import cdk from './fixtures/cdk.template.json' with { type: 'json' }
import everyType from './fixtures/every-type.template.json' with { type: 'json' }
import sam from './fixtures/sam.template.json' with { type: 'json' }
import { intrinsics } from './intrinsics.ts'
import { type Definition, planOf } from './plan.ts'
import { resourceTypes } from './resource-types.ts'
import { TemplateError } from './template.ts'

const folder = mkdtempSync(join(tmpdir(), 'any-template-'))
afterAll(() => rmSync(folder, { recursive: true }))

const place = { region: 'eu-central-1', accountId: '000000000000', endpoint: 'http://localhost:9339' }

const prototypal = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']
const names = [...prototypal, 'A', 'B', 'C', 'AWS::Region', 'AWS::NoValue', 'Fn::ForEach::A', 'A.Arn', '']
const texts = [
  ...names,
  '${A}',
  '${B.Arn}',
  '${!A}',
  '{{resolve:ssm:/a}}',
  'true',
  '7',
  '-1',
  'x'.repeat(200),
]
const types = [
  ...Object.keys(resourceTypes),
  'AWS::Serverless::Function',
  'AWS::Lambda::Function',
  ...prototypal,
]
const properties = [
  ...prototypal,
  ...['UserPoolId', 'UserPoolName', 'EnabledMfas', 'MfaConfiguration', 'Schema', 'Policies', 'LambdaConfig'],
  ...[
    'ClientName',
    'GenerateSecret',
    'GroupName',
    'Username',
    'ClientId',
    'Domain',
    'CSS',
    'Settings',
    'Events',
  ],
]
const functions = [
  ...Object.keys(intrinsics),
  'Fn::ImportValue',
  'Fn::ForEach::A',
  'Fn::Transform',
  ...prototypal,
]

const scalar = fc.oneof(
  fc.constantFrom<unknown>(...texts),
  fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 1.5, 1e300),
  fc.string(),
)

/** What stands for a value: most of the time something with functions in it. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...properties, ...functions), tie('value'), { maxKeys: 3 }),
    fc.tuple(fc.constantFrom(...functions), tie('value')).map(([name, argument]) => ({ [name]: argument })),
    fc
      .tuple(fc.constantFrom(...functions), fc.array(tie('value'), { maxLength: 4 }))
      .map(([name, items]) => ({ [name]: items })),
  ),
}))

/** The first most of the time, the other now and then. */
const mostly = (usual: fc.Arbitrary<unknown>, seldom: fc.Arbitrary<unknown> = value) =>
  fc.oneof({ weight: 40, arbitrary: usual }, seldom)

/** A section of a template that has something under each of the names. */
const section = (inside: fc.Arbitrary<unknown>) =>
  mostly(fc.record(Object.fromEntries(names.map((name) => [name, inside]))))

const condition = fc.oneof(
  fc.constantFrom<unknown>(
    { 'Fn::Equals': ['a', { Ref: 'AWS::Region' }] },
    { 'Fn::Not': [{ Condition: 'B' }] },
    { 'Fn::Or': [{ Condition: 'C' }, { Condition: 'constructor' }] },
  ),
  value,
)
const resourceOf = (type: fc.Arbitrary<unknown>) =>
  fc.record(
    {
      Type: mostly(type),
      Properties: mostly(
        fc
          .dictionary(fc.constantFrom(...properties), value, { maxKeys: 4 })
          .map((others) => ({ UserPoolId: { Ref: 'A' }, ...others })),
      ),
      Condition: fc.oneof(
        { weight: 5, arbitrary: fc.constant(undefined) },
        mostly(fc.constantFrom(...names)),
      ),
    },
    { requiredKeys: ['Type', 'Properties'] },
  )
const resources = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names), resourceOf(fc.constantFrom(...types)), { maxKeys: 4 }),
    fc.record({ Type: fc.constant('AWS::Cognito::UserPool') }),
  )
  .map(([others, A]) => ({ ...others, A }))
const template = fc.record(
  {
    Transform: value,
    Parameters: section(fc.record({ Type: mostly(fc.constant('String')), Default: mostly(scalar) })),
    Mappings: section(fc.dictionary(fc.constantFrom(...names), value)),
    Conditions: section(condition),
    Resources: mostly(resources),
  },
  { requiredKeys: ['Resources'] },
)

const fixtures: Record<string, Definition> = {
  amplify: { template: amplify },
  cdk: { template: cdk },
  'every type': { template: everyType },
  sam: { template: sam },
  'sam for production': { template: sam, parameters: { Stage: 'prod' } },
}

type Way = readonly (string | number)[]

/** All places in a value, from outside to inside. */
function waysIn(value: unknown, way: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [way]
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [way, ...inside.flatMap(([name, part]) => waysIn(part, [...way, name]))]
}

/** The value with another one in a place; without the place where that is undefined. */
function replaced(value: unknown, [name, ...rest]: Way, by: unknown): unknown {
  if (name === undefined) return by
  const part = replaced((value as Record<string | number, unknown>)[name], rest, by)
  if (Array.isArray(value)) {
    return part === undefined ? value.toSpliced(Number(name), 1) : value.with(Number(name), part)
  }
  const others = Object.entries(value as object).filter(([other]) => other !== name)
  return Object.fromEntries(part === undefined ? others : [...others, [name, part]])
}

/** A fixture in which a few places are gone or hold something else. */
const mutated = fc.constantFrom(...Object.values(fixtures)).chain(({ template, parameters }) => {
  const change = fc.record({
    way: fc.constantFrom(...waysIn(template).filter(({ length }) => length > 0)),
    by: fc.option(value, { nil: undefined, freq: 2 }),
  })
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes): Definition => {
    const changed = changes.reduce<unknown>((whole, { way, by }) => {
      const isThere = waysIn(whole).some((other) => other.join('\n') === way.join('\n'))
      return isThere ? replaced(whole, way, by) : whole
    }, template)
    return { template: changed as object, ...(parameters && { parameters }) }
  })
})

/** Lets pass what refuses a template: a TemplateError that names a place, and nothing else. */
function orRefusal(error: unknown): void {
  if (!(error instanceof TemplateError)) throw error
  expect(error.message).toMatch(/^.+: ./s)
}

function plan(definition: Definition): void {
  try {
    planOf(definition, place, new Set())
  } catch (error) {
    orRefusal(error)
  }
}

test('whatever stands in a template, it is followed or refused with a place and a reason', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: template }, fc.jsonValue()), (any) => {
      plan({ template: any as object })
    }),
    { numRuns: 2000 },
  )
})

test('so are templates that were sound before somebody changed them', () => {
  fc.assert(
    fc.property(mutated, (definition) => {
      plan(definition)
    }),
    { numRuns: 500 },
  )
})

/** Milliseconds, for dozens of pools on a machine that is busy. */
const longRun = 30_000

let files = 0
const newFile = () => join(folder, `${files++}`)

/** Begins on a file; answers all that the pool keeps, but when it was last set, and what came of the template. */
async function begun(definition: Definition, file: string, day: number) {
  const clock = () => Date.UTC(2026, 10, day)
  const pool = createLocalUserPool({ storage: { file }, definition, clock })
  try {
    const deployment = await pool.deployment
    const response = await pool.fetch(new Request(`${pool.endpoint}/_local/export`))
    const kept: unknown = JSON.parse(await response.text(), (name, value) =>
      name === 'LastModifiedDate' || name === 'CSSVersion' ? undefined : value,
    )
    return { deployment, kept }
  } finally {
    pool.close()
  }
}

test.each(Object.entries(fixtures))('a second start on %s changes nothing', async (_, definition) => {
  const file = newFile()
  const first = await begun(definition, file, 1)
  expect(await begun(definition, file, 2)).toEqual(first)
})

test(
  'nor does it on any template that can be followed',
  async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (definition) => {
        const file = newFile()
        const first = await begun(definition, file, 1).catch(orRefusal)
        fc.pre(first !== undefined)
        expect(await begun(definition, file, 2)).toEqual(first)
      }),
      { numRuns: 20 },
    )
  },
  longRun,
)
