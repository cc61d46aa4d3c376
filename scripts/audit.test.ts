import { expect, test } from 'vitest'
import { verdictOn } from './audit.ts'

test('what is known against a package is told with where to read about it', () => {
  const url = 'https://github.com/advisories/GHSA-0000-0000-0000'
  const via = [{ title: 'Prototype pollution', url }]
  const { text, status } = verdictOn({
    vulnerabilities: {
      minimist: { severity: 'critical', range: '<1.2.6', via },
      mkdirp: { severity: 'critical', range: '0.4.1', via: ['minimist'] },
    },
  })
  expect(status).toBe(1)
  expect(text).toBe(`critical: minimist <1.2.6: Prototype pollution (${url})`)
})

test('where nothing is known it says so', () => {
  expect(verdictOn({ vulnerabilities: {} }).status).toBe(0)
})

test.each([{ message: '405 Method Not Allowed' }, {}])(
  'no answer is not taken for a good one: %j',
  (answer) => {
    const { text, status } = verdictOn(answer)
    expect(status).toBe(2)
    expect(text).toContain('Nothing was audited')
  },
)
