import { isDeepStrictEqual } from 'node:util'
import { nameOf, peopled } from './discovery-people.ts'
import { type Call, type Group, type Question, questions } from './discovery-questions.ts'
import { median, separation } from './separation.ts'
import type { Outcome, Trial } from './trial.ts'

/** Rounds of one question, in each of which every group is asked about once, and those that only warm up. */
const rounds = { quick: { measured: 120, before: 20 }, whole: { measured: 1000, before: 100 } } as const

/**
 * How well a single time may tell: five times as much, and more, as chance makes of so many times that are alike. Chance
 * strays by the root of 2 / (3 × measured).
 */
const allowed = { quick: 0.38, whole: 0.13 } as const

/** What was heard of a group. */
interface Heard {
  /** How long each answer took, in microseconds. */
  readonly times: number[]
  /** The different answers, without what is another one each time. */
  readonly answers: Set<string>
}

/**
 * Asks whatever anybody may ask about a name, of people who exist, are disabled, have no password or have not confirmed,
 * and of nobody, and compares the answers and how long each took. It asks inside the process, with no network in between:
 * no attacker hears as well. Groups take turns in random order, so that what the machine does besides meets all alike.
 */
export const trial: Trial = async (size) => {
  const pool = await peopled()
  const outcomes: Outcome[] = []
  for (const question of questions) {
    outcomes.push(compared(question, await listened(question, pool, rounds[size]), allowed[size]))
  }
  pool.close()
  return {
    figures: outcomes.flatMap(({ figures }) => figures),
    faults: outcomes.flatMap(({ faults }) => faults),
  }
}

async function listened(
  question: Question,
  { call, wait }: Awaited<ReturnType<typeof peopled>>,
  { measured, before }: { readonly measured: number; readonly before: number },
): Promise<ReadonlyMap<Group, Heard>> {
  const asked = [...question.alike, ...question.hidden]
  const heard = new Map<Group, Heard>(asked.map((group) => [group, { times: [], answers: new Set() }]))
  for (let round = -before; round < measured; round += 1) {
    for (const group of shuffled(asked)) {
      wait()
      const { answer, microseconds } = await timed(question, call, nameOf(group, round))
      if (round >= 0) heard.get(group)?.times.push(microseconds)
      heard.get(group)?.answers.add(JSON.stringify(shapeOf(answer)))
    }
  }
  return heard
}

/** How well the groups that are to be hidden are told from the first. */
function compared(
  { name, alike, hidden }: Question,
  heard: ReadonlyMap<Group, Heard>,
  limit: number,
): Outcome {
  const [first, again] = alike
  const of = (group: Group) => heard.get(group) ?? { times: [], answers: new Set<string>() }
  const rows = [again, ...hidden].map((group) => {
    const [one, other] = [of(first), of(group)]
    const told = separation(one.times, other.times)
    const differ = !isDeepStrictEqual(one.answers, other.answers)
    return {
      figure: {
        question: name,
        'told apart': `${first}, ${group}`,
        samples: one.times.length + other.times.length,
        'median µs': Math.round(median(one.times)),
        'difference µs': Math.round(median(other.times) - median(one.times)),
        separation: Number(told.toFixed(3)),
      },
      faults: [
        ...(told > limit ? [`${name}: the time tells ${group} from ${first}.`] : []),
        ...(differ
          ? [`${name}: the answer tells ${group} from ${first}: ${[...other.answers].join(' or ')}`]
          : []),
      ],
    }
  })
  return { figures: rows.map(({ figure }) => figure), faults: rows.flatMap(({ faults }) => faults) }
}

async function timed({ before, ask }: Question, call: Call, name: string) {
  const [operation, input] = ask(name, (await before?.(call, name)) ?? {})
  const start = performance.now()
  const answer = await call(operation, input)
  return { answer, microseconds: (performance.now() - start) * 1000 }
}

/** An answer without what is another one each time: texts that are random, or are the name that was asked about. */
function shapeOf(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null) {
    return Array.isArray(answer)
      ? answer.map(shapeOf)
      : Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, shapeOf(value)]))
  }
  if (typeof answer !== 'string') return answer
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(answer)) return 'a UUID'
  if (/^[0-9a-f]{700,}$/.test(answer)) return 'a large number'
  if (/^[0-9a-f]{32}$/.test(answer)) return 'a salt'
  if (/^[\w+/=-]{60,}$/.test(answer)) return `${answer.length} characters`
  return answer.replace(/^[a-g]\*/, '*')
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}
