import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that are still in use once what is not has been collected. */
export function heapAfterCollection(): number {
  collect()
  return process.memoryUsage().heapUsed
}
