/**
 * How well one can tell by a single time of which of two kinds it is: Cliff's delta without its sign, the probability
 * that one kind takes longer less the probability that the other does. 0: not at all. 1: each time. A few times that are
 * far out, as on a busy machine, weigh no more than any other, and noise that both have brings it nearer to 0.
 */
export function separation(one: readonly number[], other: readonly number[]): number {
  const sorted = [...other].sort((left, right) => left - right)
  let balance = 0
  for (const time of one) balance += below(sorted, time, false) + below(sorted, time, true) - sorted.length
  return Math.abs(balance) / (one.length * other.length)
}

/** How many of the sorted times are less than that, or not more. */
function below(sorted: readonly number[], time: number, orEqual: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const value = sorted[middle] ?? 0
    if (value < time || (orEqual && value === time)) low = middle + 1
    else high = middle
  }
  return low
}

export function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[times.length >> 1] ?? 0
}
