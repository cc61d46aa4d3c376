// Loaded into a server that is measured (`node --import`): says over IPC what it has used.
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What a server has used. Times are in milliseconds. */
export interface Used {
  /** Of all its threads, since it was last asked. */
  readonly processor: number
  /** Bytes that it holds. */
  readonly memory: number
  /** What 99 of 100 tasks of the event loop have not waited longer than, since it was last asked. */
  readonly blocked: number
}

/** How often it is looked whether the event loop is free; a look that comes in time says this. */
const resolution = 1

if (process.send) {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  let before = process.cpuUsage()
  process.on('message', () => {
    const { user, system } = process.cpuUsage(before)
    const used: Used = {
      processor: (user + system) / 1000,
      memory: process.memoryUsage.rss(),
      blocked: Math.max(0, delay.percentile(99) / 1e6 - resolution),
    }
    process.send?.(used)
    before = process.cpuUsage()
    delay.reset()
  })
  // It ends when whoever measures it does.
  process.channel?.unref()
}
