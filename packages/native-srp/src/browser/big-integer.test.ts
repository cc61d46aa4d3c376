import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Jsbn, N } from '../test-amplify.ts'
import { BigInteger, preparedFor } from './big-integer.ts'

// Everything is held against Amplify's own class. Numbers go in and come out as text, as they do in Amplify.

const radix = fc.constantFrom(2, 4, 8, 16, 32)
const digits = (max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), maxLength: max, size: 'max' })
const hex = fc.tuple(fc.constantFrom('', '-'), digits(800)).map((parts) => parts.join(''))
const positive = digits(200).map((text) => `1${text}`)

/** Does the same with both classes, and expects the same. */
function expectSame(
  numbers: readonly string[],
  work: (Class: typeof BigInteger, ...of: BigInteger[]) => unknown,
) {
  const [ours, theirs] = [BigInteger, Jsbn].map((Class) => {
    const result = work(Class, ...numbers.map((number) => new Class(number, 16)))
    return typeof result === 'object' ? (result as BigInteger).toString(16) : result
  })
  expect(ours).toEqual(theirs)
}

const forAll = (...[numbers, work]: [fc.Arbitrary<readonly string[]>, Parameters<typeof expectSame>[1]]) =>
  fc.assert(fc.property(numbers, (those) => expectSame(those, work)))

describe('as Amplify’s class does,', () => {
  test('it reads and writes numbers of every radix', () => {
    forAll(fc.tuple(hex), (_, number) => [2, 4, 8, 16, 32].map((to) => number?.toString(to)).join())
    fc.assert(
      fc.property(radix, fc.bigInt(), (from, value) => {
        expect(new BigInteger(value.toString(from), from).toString(16)).toBe(value.toString(16))
      }),
    )
  })

  test('it skips what is no digit, and takes a sign only before the digits', () => {
    for (const text of ['', '-', '--1', '1-', '1-2', ' -f f', '-:0', '\n-a\u3042b', '0x10', '00-1']) {
      // The x of 0x is a digit of a higher radix to jsbn, which then calculates with it.
      const known = text.replace('x', '')
      expect(new BigInteger(known, 16).toString(16), text).toBe(new Jsbn(known, 16).toString(16))
    }
  })

  test('it refuses another radix', () => {
    for (const Class of [BigInteger, Jsbn]) {
      expect(() => new Class('1', 10)).toThrow('Only radix 2, 4, 8, 16, 32 are supported')
      expect(() => new Class('1', 16).toString(10)).toThrow('Only radix 2, 4, 8, 16, 32 are supported')
    }
  })

  test.each(['add', 'subtract', 'multiply'] as const)('it can %s', (operation) => {
    forAll(fc.tuple(hex, hex), (_, one, other) => one?.[operation](other as BigInteger))
  })

  test.each(['mod', 'divide'] as const)('it can %s by numbers on both sides of zero', (operation) => {
    const divisor = fc.tuple(fc.constantFrom('', '-'), positive).map((parts) => parts.join(''))
    forAll(fc.tuple(hex, divisor), (_, one, other) => one?.[operation](other as BigInteger))
  })

  test.each(['negate', 'abs', 'bitLength'] as const)('it knows %s', (operation) => {
    forAll(fc.tuple(hex), (_, number) => number?.[operation]())
    for (const number of ['0', '1', '-1', '2', '-2', 'ff', '-ff', '100', '-100']) {
      expectSame([number], (_, of) => of?.[operation]())
    }
  })

  test('it compares', () => {
    const near = fc.tuple(hex, fc.constantFrom('0', '1', '-1', 'fffffff', '10000000'))
    forAll(near, (_, number, difference) => {
      const other = number?.add(difference as BigInteger) as BigInteger
      return `${Math.sign(number?.compareTo(other) as number)} ${number?.equals(other)}`
    })
    forAll(fc.tuple(hex, hex), (_, one, other) => Math.sign(one?.compareTo(other as BigInteger) as number))
  })

  test('it has zero and one', () => {
    forAll(fc.tuple(hex), (Class, number) => number?.add(Class.ONE).subtract(Class.ZERO))
  })

  test('it raises to a power, modulo any odd number', () => {
    const modulus = positive.map((text) => `${text}b`)
    forAll(fc.tuple(hex, digits(40), modulus), (Class, ...numbers) => power(Class, numbers))
  })

  test('it raises to a power in the group of SRP, whatever has been prepared', () => {
    preparedFor(N)
    fc.assert(
      fc.property(fc.constantFrom('2', 'abc'.repeat(256)), digits(256), (base, exponent) => {
        expectSame([base, exponent, N], (Class, ...numbers) => power(Class, numbers))
      }),
      { numRuns: 10 },
    )
    for (const exponent of ['0', '1', '1f', '20', 'f'.repeat(256)]) {
      expectSame(['2', exponent, N], (Class, ...numbers) => power(Class, numbers))
    }
  })
})

function power(Class: typeof BigInteger, numbers: readonly BigInteger[]): BigInteger {
  const [base, exponent, modulus] = numbers as [BigInteger, BigInteger, BigInteger]
  if (Class === BigInteger) return base.modPow(exponent, modulus)
  // jsbn calls its callback unasked, and answers as well.
  return base.modPow(exponent, modulus, () => undefined) as unknown as BigInteger
}

describe('with a callback, as Amplify always gives one,', () => {
  const [base, exponent, modulus] = ['abc'.repeat(256), 'f'.repeat(256), N].map(
    (text) => new BigInteger(text, 16),
  ) as [BigInteger, BigInteger, BigInteger]
  const begun = () =>
    new Promise<string>((resolve, reject) => {
      base.modPow(exponent, modulus, (error, result) =>
        result ? resolve(result.toString(16)) : reject(error),
      )
    })

  test('a power is the same', async () => {
    expect(await begun()).toBe(base.modPow(exponent, modulus).toString(16))
  })

  test('it leaves time for others between its slices', async () => {
    let isOver = false
    const result = begun().then(() => {
      isOver = true
    })
    // Turns of the event loop that came in between; one more comes after the end.
    let turns = 0
    for (; !isOver; turns += 1) await setImmediate()
    await result
    expect(turns).toBeGreaterThan(1)
  })

  test('what the callback throws comes back to it', async () => {
    const told: unknown[] = []
    await new Promise<void>((resolve) => {
      base.modPow(BigInteger.ONE, modulus, (error) => {
        if (error) {
          told.push(error)
          resolve()
        } else throw new Error('from the callback')
      })
    })
    expect(told).toEqual([new Error('from the callback')])
  })

  test('an exponent below zero and an even modulus are refused', () => {
    expect(() => base.modPow(exponent.negate(), modulus)).toThrow('An exponent below zero')
    expect(() => base.modPow(exponent, modulus.add(BigInteger.ONE))).toThrow('An even modulus')
  })
})
