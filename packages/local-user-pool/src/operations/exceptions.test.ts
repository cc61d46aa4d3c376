import { expect, test } from 'vitest'
import { model } from '../protocol/model.ts'
import { allProvocations } from '../test-exceptions/index.ts'
import { declaredPairs, notHere, reasonsFor } from '../test-exceptions/not-here.ts'

const pairOf = ({ operation, exception }: { operation: string; exception: string }) =>
  `${operation} ${exception}`
const provocations = allProvocations()

test('every exception that the model declares is provoked below, or cannot happen here for one reason', () => {
  const provoked = new Map<string, number>()
  for (const row of provocations) provoked.set(pairOf(row), (provoked.get(pairOf(row)) ?? 0) + 1)
  const wrong = declaredPairs().flatMap(({ operation, exception }) => {
    const rows = provoked.get(pairOf({ operation, exception })) ?? 0
    const reasons = reasonsFor(operation, exception).length
    return rows + reasons === 1 ? [] : [`${operation} ${exception}: ${rows} provocations, ${reasons} reasons`]
  })
  expect(wrong).toEqual([])
})

test('nothing is provoked, or explained, that the model does not declare', () => {
  const declared = new Set(declaredPairs().map(pairOf))
  expect(provocations.map(pairOf).filter((pair) => !declared.has(pair))).toEqual([])
  const explained = notHere.flatMap(({ exception, operations = [], except = [] }) =>
    [...operations, ...except].map((operation) => pairOf({ operation, exception })),
  )
  expect(explained.filter((pair) => !declared.has(pair))).toEqual([])
  const used = new Set(
    declaredPairs().flatMap(({ operation, exception }) => reasonsFor(operation, exception)),
  )
  expect(notHere.filter((reason) => !used.has(reason))).toEqual([])
})

test.each(provocations)('$operation answers $exception', async ({ operation, exception, arrange }) => {
  const [pool, input] = await arrange()
  const response = await pool.fetch(
    new Request('http://localhost:9339/', {
      method: 'POST',
      headers: { 'x-amz-target': `${model.service}.${operation}`, authorization: 'AWS4-HMAC-SHA256' },
      body: JSON.stringify(input),
    }),
  )
  const { __type, message } = (await response.json()) as Record<string, unknown>
  expect({ status: response.status, __type, message }).toEqual({
    status: exception.startsWith('Internal') ? 500 : 400,
    __type: exception,
    message: expect.stringMatching(/./),
  })
})
