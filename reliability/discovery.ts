import { isDeepStrictEqual } from 'node:util'
import { createLocalUserPool } from '@genkan/local-user-pool'
import { type Call, type Group, type Question, questions } from './discovery-questions.ts'
import { median, separation } from './separation.ts'
import type { Trial } from './trial.ts'

/** How many people of each group are asked about in turn. */
const people = 12

/** Rounds of one question, in each of which every group is asked about once, and those that only warm up. */
const rounds = { quick: { measured: 120, before: 20 }, whole: { measured: 1000, before: 100 } } as const

/**
 * How well a single time may tell: five times as much, and more, as chance makes of so many times that are alike. Chance
 * strays by the root of 2 / (3 × measured).
 */
const allowed = { quick: 0.38, whole: 0.13 } as const

/**
 * Asks whatever anybody may ask about a name, of people who exist, are disabled or have not confirmed, and of nobody, and
 * compares the answers and how long each took. It asks inside the process, with no network in between: no attacker hears
 * as well. Groups take turns in random order, so that what the machine does besides meets all of them alike.
 */
export const trial: Trial = async (size) => {
  const faults: string[] = []
  const figures: Record<string, string | number>[] = []
  const { call, wait, close } = await peopled()
  for (const question of questions) {
    const asked = [...question.alike, ...question.hidden]
    const times = new Map(asked.map((group) => [group, [] as number[]]))
    const shapes = new Map<Group, unknown>()
    const { measured, before } = rounds[size]
    for (let round = -before; round < measured; round += 1) {
      for (const group of shuffled(asked)) {
        wait()
        const { answer, microseconds } = await timed(question, call, nameOf(group, Math.abs(round) % people))
        if (round >= 0) times.get(group)?.push(microseconds)
        const shape = shapeOf(answer)
        if (!shapes.has(group)) shapes.set(group, shape)
        if (!isDeepStrictEqual(shapes.get(group), shape))
          faults.push(`${question.name}: ${group} is not always answered alike.`)
      }
    }
    const [reference, again] = question.alike
    const ofReference = times.get(reference) ?? []
    for (const group of [again, ...question.hidden]) {
      const ofGroup = times.get(group) ?? []
      const told = separation(ofReference, ofGroup)
      if (told > allowed[size]) faults.push(`${question.name}: the time tells ${group} from ${reference}.`)
      if (!isDeepStrictEqual(shapes.get(group), shapes.get(reference))) {
        faults.push(
          `${question.name}: the answer tells ${group} from ${reference}: ${JSON.stringify(shapes.get(group))}`,
        )
      }
      figures.push({
        question: question.name,
        'told apart': `${reference}, ${group}`,
        samples: ofReference.length + ofGroup.length,
        'median µs': Math.round(median(ofReference)),
        'difference µs': Math.round(median(ofGroup) - median(ofReference)),
        separation: Number(told.toFixed(3)),
      })
    }
  }
  close()
  return { figures, faults: [...new Set(faults)] }
}

const groups: readonly Group[] = [
  'confirmed',
  'confirmed too',
  'unconfirmed',
  'unconfirmed too',
  'disabled',
  'nobody',
]

/** Names of one length, by none of which the pool can tell anything. */
const nameOf = (group: Group, index: number) =>
  `${'abcdef'[groups.indexOf(group)]}${String(index).padStart(2, '0')}@example.com`

/** A pool with everybody in it, whose clock goes on so far before each question that none is one too many. */
async function peopled() {
  let now = Date.now()
  const pool = createLocalUserPool({ clock: () => now })
  const call = async (operation: string, input: object) => {
    const response = await pool.fetch(
      new Request('http://localhost:9339/', {
        method: 'POST',
        headers: {
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
          authorization: 'AWS4-HMAC-SHA256',
        },
        body: JSON.stringify(input),
      }),
    )
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
  }
  const made = async (operation: string, input: object) => {
    const { status, ...answer } = await call(operation, input)
    if (status !== 200) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
    return answer as Record<string, Record<string, string>>
  }
  const { UserPool } = await made('CreateUserPool', {
    PoolName: 'discovery',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  })
  const UserPoolId = UserPool?.Id
  const { UserPoolClient } = await made('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'discovery',
    PreventUserExistenceErrors: 'ENABLED',
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH'],
  })
  const ClientId = UserPoolClient?.ClientId
  for (const group of groups.filter((name) => name !== 'nobody')) {
    for (let index = 0; index < people; index += 1) {
      const Username = nameOf(group, index)
      const user = { UserPoolId, Username }
      if (group.startsWith('unconfirmed')) {
        await made('SignUp', { ClientId, Username, Password: 'Genkan-2026' })
        continue
      }
      const UserAttributes = [{ Name: 'email_verified', Value: 'true' }]
      await made('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS', UserAttributes })
      await made('AdminSetUserPassword', { ...user, Password: 'Genkan-2026', Permanent: true })
      if (group === 'disabled') await made('AdminDisableUser', user)
    }
  }
  return {
    call: ((operation, input) => call(operation, { ClientId, ...input })) satisfies Call,
    wait: () => {
      now += 61 * 60 * 1000
    },
    close: () => pool.close(),
  }
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
  return answer.replace(/^[a-f]\*/, '*')
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}
