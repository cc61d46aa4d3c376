// What Cognito's quotas bear, on paper: `node bench/cognito-load.ts`. The tables of docs/guides/scale.md are its output.
import { bearable, type Category, quotas, simulateDay, type Usage } from './cognito-day.ts'
import { patiences, simulateStorm } from './cognito-storm.ts'

/** An app that people look at three times on three days of ten. */
export const usage: Usage = {
  monthlyUsers: 1_000_000,
  dailyShare: 0.3,
  visitsPerDay: 3,
  visitMinutes: 12,
  signInShare: 0.05,
  monthlySignUps: 0.05,
  tokenMinutes: 15,
}

/**
 * US dollars a month for a user above the free ones, as quoted in public material of 2025 and 2026. Lite falls with the
 * number of users; this is its first step.
 */
const plans = [
  { plan: 'Lite, at most', each: 0.0055, free: 10_000 },
  { plan: 'Essentials', each: 0.015, free: 10_000 },
  { plan: 'Plus', each: 0.02, free: 0 },
]

const sizes = [10_000, 1_000_000, 100_000_000]
const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

function dayTable(): string {
  const days = sizes.map((monthlyUsers) => simulateDay({ ...usage, monthlyUsers }))
  const categories = Object.keys(quotas) as Category[]
  return table(
    ['in the busiest ten minutes', 'quota', ...sizes.map((size) => `${number(size)} users`)],
    [
      ...categories.map((category) => [
        `${category}, a second`,
        number(quotas[category]),
        ...days.map(({ peak }) => number(peak[category])),
      ]),
      ['pages opened, a second', '250,000', ...days.map(({ visits }) => number(visits))],
      ['pages open at once', '', ...days.map(({ open }) => number(open))],
      ['confirmation codes a day', '50', ...days.map(({ mails }) => number(mails))],
    ],
  )
}

function lifetimeTable(): string {
  const rows = [5, 15, 60].flatMap((tokenMinutes) =>
    [12, 240].map((visitMinutes) => {
      const changed = { ...usage, tokenMinutes, visitMinutes }
      const day = simulateDay(changed)
      const { users, first } = bearable(changed, day)
      return [
        `${tokenMinutes} min`,
        `${visitMinutes} min`,
        number(day.peak.UserToken),
        number(Number(users.toPrecision(2))),
        first,
      ]
    }),
  )
  return table(
    [
      'tokens are good for',
      'a page is open for',
      'refreshes a second of 1,000,000 users',
      'users that fit',
      'first met',
    ],
    rows,
  )
}

function stormTable(): string {
  const { open } = simulateDay(usage)
  const rows = Object.entries(patiences).map(([name, patience]) => {
    const { seconds, requestsEach, busiest } = simulateStorm(Math.round(open), quotas.UserToken, patience)
    return [name, number(seconds), number(requestsEach), number(busiest)]
  })
  return table(
    [
      'a page that is refused asks again',
      'seconds until all are in',
      'requests for each',
      'in the busiest second',
    ],
    rows,
  )
}

function priceTable(): string {
  const rows = plans.map(({ plan, each, free }) => [
    plan,
    ...sizes.map((size) => `${number(Math.max(0, size - free) * each)} $`),
  ])
  return table(['a month', ...sizes.map((size) => `${number(size)} users`)], rows)
}

/** Every table, by its name in the guide. */
export const tables = { day: dayTable, lifetimes: lifetimeTable, storm: stormTable, price: priceTable }

if (import.meta.main) for (const [name, make] of Object.entries(tables)) console.log(`${name}\n\n${make()}\n`)
