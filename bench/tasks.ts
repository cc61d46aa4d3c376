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
  readonly args?: { readonly data?: { readonly url?: string } }
}

export interface SignInTime {
  /** From the click until the page says that the person is signed in. All times are in milliseconds. */
  readonly total: number
  /** From the click until that is painted; what follows is of all this way. */
  readonly painted: number
  /** What the main thread computed on the way, with the pauses that throttling puts into it. */
  readonly computing: number
  /** The longest task of the main thread on the way, by the clock. */
  readonly longest: number
  /** The longest task by what it computed: without the time that the machine had no core for it. */
  readonly longestComputing: number
  /** What tasks took beyond 50 ms each, in sum. */
  readonly blocking: number
}

export interface RestoreTime {
  /** From the navigation until the signed-in view is painted. All times are in milliseconds. */
  readonly total: number
  /** From when the last script has run that this view needs, until it is in the page. */
  readonly late: number
  /** How many frames began from then until it was painted; 1 is the least that there can be. */
  readonly frames: number
}

/** Reads a trace of a page that has set the marks `clicked`, `signed-in` and `signed-in-painted`. */
export function signInTimeOf(trace: Buffer): SignInTime {
  const { traceEvents, markOf } = read(trace)
  const [clicked, signedIn, painted] = ['clicked', 'signed-in', 'signed-in-painted'].map(markOf) as Marks
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === clicked.pid && tid === clicked.tid)
    .filter(({ ts, dur = 0 }) => ts + dur > clicked.ts && ts + dur < painted.ts)
  if (tasks.length === 0) throw new Error('The trace has no tasks.')
  const taken = tasks.map(({ dur = 0 }) => dur / 1000)
  const computed = tasks.map(({ tdur = 0 }) => tdur / 1000)
  const sum = (times: number[]) => times.reduce((total, time) => total + time, 0)
  return {
    total: (signedIn.ts - clicked.ts) / 1000,
    painted: (painted.ts - clicked.ts) / 1000,
    computing: sum(computed),
    longest: Math.max(...taken),
    longestComputing: Math.max(...computed),
    blocking: sum(taken.map((time) => Math.max(0, time - 50))),
  }
}

/** Reads a trace of a page that has set the marks `navigated`, `signed-in` and `signed-in-painted`. */
export function restoreTimeOf(trace: Buffer): RestoreTime {
  const { traceEvents, markOf } = read(trace)
  const [navigated, signedIn, painted] = ['navigated', 'signed-in', 'signed-in-painted'].map(markOf) as Marks
  const ofPage = traceEvents.filter(({ pid, tid }) => pid === signedIn.pid && tid === signedIn.tid)
  const ends = ofPage
    .filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.includes('/_next/'))
    .map(({ ts, dur = 0 }) => ts + dur)
    .filter((end) => end < signedIn.ts)
  if (ends.length === 0) throw new Error('The trace has no scripts.')
  const last = Math.max(...ends)
  const frames = ofPage.filter(
    ({ name, ts }) => name === 'BeginMainThreadFrame' && ts >= last && ts <= painted.ts,
  )
  return {
    total: (painted.ts - navigated.ts) / 1000,
    late: (signedIn.ts - last) / 1000,
    frames: frames.length,
  }
}

type Marks = [start: TraceEvent, signedIn: TraceEvent, painted: TraceEvent]

function read(trace: Buffer) {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  return {
    traceEvents,
    markOf(name: string): TraceEvent {
      const mark = traceEvents.find((event) => event.name === name && event.cat.includes('blink.user_timing'))
      if (!mark) throw new Error(`The trace has no mark ${name}.`)
      return mark
    },
  }
}
