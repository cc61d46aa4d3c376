import { beforeAll, expect, test } from 'vitest'
import { createLocalUserPool, type LocalUserPool } from '../pool.ts'
import { leastInput } from '../test-inputs.ts'
import { answerTo, broken, type Case, lowerFirst, type Place } from '../test-violations.ts'
import { model, type Shape, shapeOf } from './model.ts'

const bugs: unknown[] = []
let pool: LocalUserPool
beforeAll(() => {
  pool = createLocalUserPool({ onBug: (...bug) => bugs.push(bug) })
})

async function answer(operation: string, input: unknown) {
  const response = await pool.fetch(
    new Request('http://localhost:9339/', {
      method: 'POST',
      headers: { 'x-amz-target': `${model.service}.${operation}`, authorization: 'AWS4-HMAC-SHA256' },
      body: JSON.stringify(input),
    }),
  )
  const { __type, message } = (await response.json()) as { __type?: string; message?: string }
  return { status: response.status, name: __type, message }
}

const abridged = (text: string | undefined) => text?.replace(/(.)\1{99,}/g, '$1…')

/** Sends the cases, and answers those that are not answered as they should be. */
async function otherwise(operation: string, cases: readonly Case[]) {
  const found: unknown[] = []
  for (const { input, ...rest } of cases) {
    const expected = answerTo({ input, ...rest })
    const given = await answer(operation, input)
    if (JSON.stringify(given) === JSON.stringify(expected)) continue
    found.push({
      given: { ...given, message: abridged(given.message) },
      expected: abridged(expected.message),
    })
  }
  expect(bugs).toEqual([])
  return found
}

const operations = Object.entries(model.operations).map(([name, { input }]) => [name, input] as const)

test.each(operations)(
  '%s refuses all that its model does not allow, and says in AWS’s words why',
  async (name, input) => {
    const all = [...broken(input, { at: '', input: (value) => value, isSensitive: false })]
    expect(all.length).toBeGreaterThan(4)
    expect(await otherwise(name, all)).toEqual([])
  },
)

test.each(operations)('%s tells all that is wrong at once, in one message', async (name, input) => {
  const { members } = shapeOf(input) as Extract<Shape, { type: 'structure' }>
  // Of each member the first thing that can be wrong with it.
  const wrong = Object.entries(members).flatMap(([member, target]) => {
    const place: Place = { at: lowerFirst(member), input: (value) => value, isSensitive: false }
    const [first] = [...broken(target, place)].filter(({ violations }) => violations)
    return first ? [{ member, value: first.input, violations: first.violations ?? [] }] : []
  })
  const together: Case = {
    input: {
      ...leastInput(name),
      ...Object.fromEntries(wrong.map(({ member, value }) => [member, value])),
    },
    violations: wrong.flatMap(({ violations }) => violations),
  }
  expect(await otherwise(name, [together])).toEqual([])
})

test.each(operations)('%s does not refuse the least that its model allows', async (name) => {
  const { name: exception, message = '' } = await answer(name, leastInput(name))
  expect(exception).not.toBe('SerializationException')
  expect(message).not.toMatch(/validation errors? detected/)
})
