import { modularPower, prepareGenerator } from './modular-power.ts'
import { residue } from './residues.ts'
import { atOnce, inSlices } from './slices.ts'

/** Bits of a digit, by radix. */
const digitBits: Readonly<Record<number, number>> = { 2: 1, 4: 2, 8: 3, 16: 4, 32: 5 }

/** Told by `modPow`, like a callback of Node. */
type Callback = (error: unknown, result: BigInteger | null) => void

/** A whole number with the operations of Amplify's class of this name, on the browser's own BigInt. */
export class BigInteger {
  static readonly ZERO = BigInteger.of(0n)
  static readonly ONE = BigInteger.of(1n)

  /** Read where a result leaves this class; never changed. */
  readonly value: bigint

  /**
   * @param text digits, with what is no digit skipped, and `-` before them for a number below zero
   * @param radix 2, 4, 8, 16 or 32
   */
  constructor(text: string | null | undefined, radix: number) {
    this.value = text == null ? 0n : parse(text, radix)
  }

  static of(value: bigint): BigInteger {
    return Object.assign(Object.create(BigInteger.prototype), { value })
  }

  toString(radix: number): string {
    bitsOfDigit(radix)
    return this.value.toString(radix)
  }

  negate(): BigInteger {
    return BigInteger.of(-this.value)
  }

  abs(): BigInteger {
    return this.value < 0n ? this.negate() : this
  }

  /** Below, at or above zero, as this number is below, at or above the other. */
  compareTo(other: BigInteger): number {
    return this.value < other.value ? -1 : Number(this.value > other.value)
  }

  equals(other: BigInteger): boolean {
    return this.value === other.value
  }

  /** Of the two's complement, without its sign. */
  bitLength(): number {
    const magnitude = this.value < 0n ? ~this.value : this.value
    return magnitude === 0n ? 0 : magnitude.toString(2).length
  }

  add(other: BigInteger): BigInteger {
    return BigInteger.of(this.value + other.value)
  }

  subtract(other: BigInteger): BigInteger {
    return BigInteger.of(this.value - other.value)
  }

  multiply(other: BigInteger): BigInteger {
    return BigInteger.of(this.value * other.value)
  }

  /** Rounds towards zero. */
  divide(other: BigInteger): BigInteger {
    return BigInteger.of(this.value / other.value)
  }

  /** Not below zero, for a modulus above it. */
  mod(modulus: BigInteger): BigInteger {
    return BigInteger.of(residue(this.value, modulus.value))
  }

  /**
   * This number to the power of `exponent`, modulo `modulus`.
   *
   * @param callback told of the result; the work is then done in slices, between which the page can draw and answer.
   *   Amplify always gives one. Without it the result is returned, and the page waits.
   */
  modPow(exponent: BigInteger, modulus: BigInteger, callback: Callback): undefined
  modPow(exponent: BigInteger, modulus: BigInteger): BigInteger
  modPow(exponent: BigInteger, modulus: BigInteger, callback?: Callback): BigInteger | undefined {
    const steps = modularPower(this.value, exponent.value, modulus.value)
    if (!callback) return BigInteger.of(atOnce(steps))
    inSlices(steps)
      .then((result) => callback(null, BigInteger.of(result)))
      // Also what the callback throws, which in Amplify's class reaches the promise around it.
      .catch((error: unknown) => callback(error, null))
    return undefined
  }
}

function bitsOfDigit(radix: number): number {
  const bits = digitBits[radix]
  if (bits === undefined) throw new Error('Only radix 2, 4, 8, 16, 32 are supported')
  return bits
}

function parse(text: string, radix: number): bigint {
  const bits = bitsOfDigit(radix)
  // As Amplify writes them; the browser itself reads them hundreds of times quicker.
  if (radix === 16 && /^[0-9a-f]+$/i.test(text)) return BigInt(`0x${text}`)
  const digits = text.match(/[0-9a-z]/gi) ?? []
  const binary = digits.map((digit) => Number.parseInt(digit, radix).toString(2).padStart(bits, '0'))
  const value = BigInt(`0b0${binary.join('')}`)
  return /^[^0-9a-z]*-/i.test(text) ? -value : value
}

/**
 * What stands in the place of Amplify's class.
 *
 * @param N the modulus of the group in which Amplify signs in, in hexadecimal
 */
export function preparedFor(N: string): typeof BigInteger {
  prepareGenerator(BigInt(`0x${N}`))
  return BigInteger
}
