import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import replaceArithmetic from './loader.ts'
import { srpFolder } from './test-amplify.ts'

const resourcePath = join(srpFolder, 'BigInteger/BigInteger.mjs')
const source = readFileSync(resourcePath, 'utf8')
const load = (changed = source) => replaceArithmetic.call({ resourcePath }, changed)

test('what takes the place of Amplify’s class is one module with its default export alone', () => {
  expect(load()).toMatch(/^export default preparedFor\(INIT_N\)$/m)
  expect(load().match(/export/g)).toHaveLength(1)
  expect(load()).not.toContain('dlShiftTo')
})

test.each([
  ['has modInverse', `${source}\nBigInteger.prototype.modInverse = bnModInverse;`],
  ['lacks modPow', source.replace('BigInteger.prototype.modPow = bnModPow;', '')],
  ['has other exports', source.replace('export { BigInteger as default };', 'export { BigInteger };')],
  ['lacks am', 'export default BigInt'],
])('a class that %s is refused, with the version that has it', (change, changed) => {
  expect(changed).not.toBe(source)
  expect(() => load(changed)).toThrow(/@aws-amplify\/auth \d+\.\d+\.\d+: its class /)
  expect(() => load(changed)).toThrow(change)
})
