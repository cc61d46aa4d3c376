import { randomFillSync } from 'node:crypto'
import type { Random } from './srp.ts'

const stock = Buffer.alloc(8192)
let used = stock.length

/**
 * Bytes of `crypto.randomFillSync`, fetched for many at once: to ask for a few takes it as long as for kilobytes. What
 * has been given out is in the stock no more.
 */
export const randomOfStock: Random = (size) => {
  if (size > stock.length) return randomFillSync(Buffer.alloc(size))
  if (used + size > stock.length) {
    randomFillSync(stock)
    used = 0
  }
  const taken = stock.subarray(used, used + size)
  used += size
  const own = Buffer.from(taken)
  taken.fill(0)
  return own
}
