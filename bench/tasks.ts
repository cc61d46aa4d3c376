/** Of what Chromium writes into a trace, what is read here. Times are in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly cat: string
  readonly ts: number
  readonly dur?: number
  /** The part of `dur` in which the thread had a core, which on a busy machine is not all of it. */
  readonly tdur?: number
  readonly pid: number
  readonly tid: number
}

export interface SignInTime {
  /** From the click until the page says that the person is signed in. All times are in milliseconds. */
  readonly total: number
  /** What the main thread computed on the way, with the pauses that throttling puts into it. */
  readonly computing: number
  /** The longest task of the main thread on the way, by the clock. */
  readonly longest: number
  /** The longest task by what it computed: without the time that the machine had no core for it. */
  readonly longestComputing: number
  /** What tasks took beyond 50 ms each, in sum. */
  readonly blocking: number
}

/** Reads a trace of a page that has set the marks `clicked` and `signed-in`. */
export function signInTimeOf(trace: Buffer): SignInTime {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const markOf = (name: string) => {
    const mark = traceEvents.find((event) => event.name === name && event.cat.includes('blink.user_timing'))
    if (!mark) throw new Error(`The trace has no mark ${name}.`)
    return mark
  }
  const [clicked, signedIn] = [markOf('clicked'), markOf('signed-in')]
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === clicked.pid && tid === clicked.tid)
    .filter(({ ts, dur = 0 }) => ts + dur > clicked.ts && ts < signedIn.ts)
  if (tasks.length === 0) throw new Error('The trace has no tasks.')
  const taken = tasks.map(({ dur = 0 }) => dur / 1000)
  const computed = tasks.map(({ tdur = 0 }) => tdur / 1000)
  const sum = (times: number[]) => times.reduce((total, time) => total + time, 0)
  return {
    total: (signedIn.ts - clicked.ts) / 1000,
    computing: sum(computed),
    longest: Math.max(...taken),
    longestComputing: Math.max(...computed),
    blocking: sum(taken.map((time) => Math.max(0, time - 50))),
  }
}
