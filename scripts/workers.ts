import { availableParallelism } from 'node:os'

/** A browser or a pool for each core of a large machine would want more memory than it saves time. */
const most = 8

const cores = Math.min(Math.max(availableParallelism(), 2), most)

/** How many test files, or journeys, run at once. */
export const workers = {
  /** Where they compute all the time. */
  computing: cores,
  /** Where they often wait, for a process or a page: one more than there are cores. */
  waiting: cores + 1,
}
