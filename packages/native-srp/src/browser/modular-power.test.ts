import { expect, onTestFinished, test } from 'vitest'
import { N } from '../test-amplify.ts'
import { modularPower, prepareGenerator } from './modular-power.ts'
import { atOnce } from './slices.ts'

const modulus = BigInt(`0x${N}`)

/** How many times somebody may pause on the way. */
function stepsOf(exponent: bigint): number {
  const steps = modularPower(2n, exponent, modulus)
  let count = 0
  while (!steps.next().done) count += 1
  return count
}

/** Puts a browser that has this many milliseconds each time it is idle around the test; answers how to idle in it. */
function browserIdleFor(milliseconds: number) {
  const waiting: ((deadline: { timeRemaining(): number }) => void)[] = []
  const place = globalThis as { requestIdleCallback?: unknown }
  place.requestIdleCallback = (work: (typeof waiting)[number]) => waiting.push(work)
  onTestFinished(() => void delete place.requestIdleCallback)
  return () => {
    const work = waiting.shift()
    work?.({ timeRemaining: () => milliseconds })
    return work !== undefined
  }
}

const exponent = (1n << 1024n) - 1n

test('what is prepared while the browser is idle need not be done when somebody signs in', () => {
  prepareGenerator(modulus)
  const unprepared = stepsOf(exponent)

  const idle = browserIdleFor(50)
  prepareGenerator(modulus)
  while (idle());
  expect(stepsOf(exponent)).toBeLessThan(unprepared / 1.5)
})

test('the preparation ends, also where the browser never has any time', () => {
  const idle = browserIdleFor(0)
  prepareGenerator(modulus)
  let times = 0
  while (idle()) times += 1
  expect(times).toBeLessThan(210)
})

test('a table that is half filled, for a longer exponent, or for none gives the same power', () => {
  const powers = [0n, 1n, 31n, 32n, exponent, exponent << 700n].map((of) => {
    const idle = browserIdleFor(0)
    prepareGenerator(modulus)
    for (let times = 0; times < 100; times += 1) idle()
    return atOnce(modularPower(2n, of, modulus))
  })
  prepareGenerator(modulus + 2n)
  const unprepared = [0n, 1n, 31n, 32n, exponent, exponent << 700n].map((of) =>
    atOnce(modularPower(2n, of, modulus)),
  )
  expect(powers).toEqual(unprepared)
})
