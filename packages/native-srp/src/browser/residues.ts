/** `value` modulo `modulus`; not below zero, for a modulus above it. */
export function residue(value: bigint, modulus: bigint): bigint {
  const rest = (value < 0n ? -value : value) % modulus
  return value < 0n && rest > 0n ? modulus - rest : rest
}

/** Multiplication modulo a number, of residues in a form of its own: they go in by `enter` and out by `leave`. */
export interface Residues {
  enter(value: bigint): bigint
  multiply(one: bigint, other: bigint): bigint
  leave(inside: bigint): bigint
}

/**
 * Two thirds of a multiplication modulo N are the division by N. Here two multiplications of half the length take its
 * place, one of them at each end of the product: its upper quarter is replaced by what is congruent to it, and a
 * multiple of N is added that leaves nothing in its lower quarter (Montgomery, 1985). What is inside is therefore
 * 2^`low` times the residue, and may be above N, but stays below 2N and a bit.
 */
export function residuesOf(modulus: bigint): Residues {
  // Amplify has none, and its own class is wrong about them.
  if (modulus % 2n === 0n) throw new RangeError('An even modulus')
  const length = modulus.toString(2).length
  // In whole words of 64 bits, in which browsers calculate.
  const half = Math.ceil(length / 128) * 64
  const [high, low] = [length + half, half + 64]
  const [highShift, lowShift] = [BigInt(high), BigInt(low)]
  const fold = (1n << highShift) % modulus
  const negatedInverse = -inverseModuloPowerOfTwo(modulus, low)

  function multiply(one: bigint, other: bigint): bigint {
    const product = one * other
    const folded = (product >> highShift) * fold + BigInt.asUintN(high, product)
    const multiple = BigInt.asUintN(low, BigInt.asUintN(low, folded) * negatedInverse)
    return (folded + multiple * modulus) >> lowShift
  }

  return {
    multiply,
    enter: (value) => residue(value << lowShift, modulus),
    leave: (inside) => multiply(inside, 1n) % modulus,
  }
}

/** Newton's method, which doubles the bits that are right each time. */
function inverseModuloPowerOfTwo(odd: bigint, bits: number): bigint {
  let inverse = 1n
  for (let right = 1; right < bits; right *= 2) inverse = BigInt.asUintN(bits, inverse * (2n - odd * inverse))
  return inverse
}
