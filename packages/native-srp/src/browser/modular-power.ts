import { type Residues, residuesOf } from './residues.ts'
import type { Steps } from './slices.ts'

/** `base` to the power of `exponent`, modulo `modulus`. */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): Steps {
  if (exponent < 0n) throw new RangeError('An exponent below zero')
  return base === generator?.base && modulus === generator.modulus
    ? powerOfGenerator(generator, digitsOf(exponent))
    : powerOfAny(base, digitsOf(exponent), residuesOf(modulus))
}

/** Five bits of an exponent at a time; the highest first. */
function digitsOf(exponent: bigint): number[] {
  return Array.from(exponent.toString(32), (digit) => Number.parseInt(digit, 32))
}

/** Five squarings and one multiplication for each digit, whatever it is. */
function* powerOfAny(base: bigint, digits: readonly number[], residues: Residues): Steps {
  const { enter, multiply, leave } = residues
  const once = enter(base)
  const powers = [enter(1n)]
  while (powers.length < 32) {
    powers.push(multiply(powers.at(-1) as bigint, once))
    yield
  }
  let result = enter(1n)
  for (const digit of digits) {
    for (let bit = 0; bit < 5; bit += 1) {
      result = multiply(result, result)
      yield
    }
    result = multiply(result, powers[digit] as bigint)
    yield
  }
  return leave(result)
}

interface Generator {
  readonly base: bigint
  readonly modulus: bigint
  readonly residues: Residues
  /** At `i` the base to the power of 32 to the `i`. Nothing secret: these are the same for everybody. */
  readonly powers: bigint[]
}

let generator: Generator | undefined

/** As many digits as Amplify's longest exponent of the generator has, which is of 1024 bits. */
const preparedDigits = 205

/**
 * Two of the three powers of a sign-in are of SRP's generator, 2. A table takes the squarings out of them, and it is
 * filled while the browser has nothing else to do; whatever is missing when it is needed is added then, at the cost of
 * a power without it.
 */
export function prepareGenerator(modulus: bigint): void {
  const residues = residuesOf(modulus)
  const prepared: Generator = { base: 2n, modulus, residues, powers: [residues.enter(2n)] }
  generator = prepared
  // Not in Node, where pages are prerendered, nor in every browser.
  const { requestIdleCallback } = globalThis as { requestIdleCallback?: RequestIdleCallback }
  requestIdleCallback?.(function fill(deadline) {
    // One each time, so that it comes to an end also where there is never any time.
    while (prepared.powers.length < preparedDigits) {
      addPower(prepared)
      if (deadline.timeRemaining() <= 1) return requestIdleCallback(fill)
    }
  })
}

type RequestIdleCallback = (work: (deadline: { timeRemaining(): number }) => void) => void

function addPower({ powers, residues: { multiply } }: Generator): void {
  let power = powers.at(-1) as bigint
  for (let bit = 0; bit < 5; bit += 1) power = multiply(power, power)
  powers.push(power)
}

/** The powers that share a digit are multiplied first, and the digit then counts for all of them (Yao, 1976). */
function* powerOfGenerator(prepared: Generator, digits: readonly number[]): Steps {
  const { powers, residues } = prepared
  const { enter, multiply, leave } = residues
  while (powers.length < digits.length) {
    addPower(prepared)
    yield
  }
  const lowestFirst = digits.toReversed()
  let ofDigitsFromHere = enter(1n)
  let result = ofDigitsFromHere
  for (let digit = 31; digit > 0; digit -= 1) {
    for (const [place, power] of powers.entries()) {
      if (lowestFirst[place] !== digit) continue
      ofDigitsFromHere = multiply(ofDigitsFromHere, power)
      yield
    }
    result = multiply(result, ofDigitsFromHere)
    yield
  }
  return leave(result)
}
