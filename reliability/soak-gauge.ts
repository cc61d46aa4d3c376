// Loaded by `--import` into the process of the pool, where it measures what cannot be seen from outside.
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What was measured at one moment. Bytes; milliseconds. */
export interface Reading {
  readonly rss: number
  /** After the garbage was collected. */
  readonly heap: number
  /** How late the event loop was since the reading before: the median. */
  readonly delay: number
}

const resolution = 10
const histogram = monitorEventLoopDelay({ resolution })
histogram.enable()

process.on('message', () => {
  const delay = Math.max(0, histogram.percentile(50) / 1e6 - resolution)
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  histogram.reset()
  const reading: Reading = { rss, heap: heapUsed, delay }
  process.send?.(reading)
})
// It ends as it would without anybody who measures.
process.channel?.unref()
