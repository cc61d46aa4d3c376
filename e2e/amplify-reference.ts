import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../scripts/run.ts'
import { functions, neverAnswered, stepsOf } from './amplify-surface.ts'
import { type Exercised, exercised } from './exercised.ts'

interface Journey {
  readonly file: string
  readonly line: number
  readonly title: string
  /** Whether it is one of the chief ones, which are done on a phone, too. */
  readonly isChief: boolean
  readonly exercised: readonly Exercised[]
}

/** What Playwright's JSON reporter writes, as far as it is read here. */
interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs?: readonly {
    readonly file: string
    readonly line: number
    readonly title: string
    readonly ok: boolean
    readonly tags: readonly string[]
    readonly tests: readonly {
      readonly annotations: readonly { readonly type: string; readonly description?: string }[]
    }[]
  }[]
}

/** The journeys that passed, chief ones first; of these the most particular, which show best what they are about. */
function journeysOf({ suites = [], specs = [] }: Suite): Journey[] {
  const own = specs
    .filter(({ ok }) => ok)
    .flatMap(({ file, line, title, tags, tests }) =>
      tests.map(({ annotations }) => ({
        file,
        line,
        title,
        isChief: tags.includes('phone'),
        exercised: annotations
          .filter(({ type }) => type === exercised)
          .map(({ description = '{}' }): Exercised => JSON.parse(description)),
      })),
    )
  return [...own, ...suites.flatMap(journeysOf)].sort(
    (one, other) =>
      Number(other.isChief) - Number(one.isChief) ||
      one.exercised.length - other.exercised.length ||
      one.file.localeCompare(other.file) ||
      one.line - other.line,
  )
}

/** The file of the screen of each step, by the step that it names; of two the one with the shorter name, which comes last. */
function screenFiles(): ReadonlyMap<string, string> {
  const folder = join(root, 'packages/sign-in/src/screens')
  const named = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/ screen\(\s*'(\w+)'/g)].map(
      ([, step = '']): [string, string] => [step, file],
    ),
  )
  return new Map(named)
}

/** Where in the page: a screen, a view of somebody who is signed in, or no page at all. */
function placeOf(where: string, screens: ReadonlyMap<string, string>): string {
  const file = screens.get(where)
  if (file) return `[${file.replace(/\.tsx?$/, '')}](../../packages/sign-in/src/screens/${file})`
  switch (where) {
    case '':
      return 'none: Amplify itself'
    case 'account':
      return 'account page'
    case 'restoring':
      return 'before any screen, at the return from the hosted page'
    case 'signedIn':
    case 'signingOut':
      return 'signed in'
    default:
      return where
  }
}

/** The rows of the table that would be true: every screen and journey in which `what` was exercised, screens first. */
function rowsOf(what: string, journeys: readonly Journey[], screens: ReadonlyMap<string, string>): string[] {
  const all = journeys.flatMap(({ file, title, exercised: done }) =>
    done.filter((one) => one.what === what).map(({ where }) => ({ where, file, title })),
  )
  return [...all.filter(({ where }) => where !== ''), ...all.filter(({ where }) => where === '')].map(
    ({ where, file, title }) =>
      `| \`${named(what)}\` | ${placeOf(where, screens)} | [${title}](../../e2e/${file}) |`,
  )
}

/** Without what tells a function from a step. */
function named(what: string): string {
  return what.replace(/^\w+Step |\(\)$/g, '')
}

/** The page that the journeys of a report prove, and what they do not prove. */
export function reference(report: Suite, present: string): { page: string; problems: readonly string[] } {
  const journeys = journeysOf(report)
  const screens = screenFiles()
  const known = new Set([...functions, ...Object.values(stepsOf).flat()])
  const problems = journeys
    .flatMap(({ exercised: done }) => done)
    .filter(({ what }) => !known.has(what) || neverAnswered.has(what))
    .map(
      ({ what, where }) =>
        `${what} was noted at “${where}”, but Amplify has no such function or step, or never answers it.`,
    )

  function table(heading: string, all: readonly string[]): string[] {
    const rows = all.map((what) => {
      const never = neverAnswered.get(what)
      if (never) return `| \`${named(what)}\` | – | ${never} |`
      const truths = rowsOf(what, journeys, screens)
      if (truths.length === 0) problems.push(`No journey exercises ${what}.`)
      // A row that is there and still true stays, so that a new journey changes nothing.
      return truths.find((row) => present.includes(row)) ?? truths[0] ?? ''
    })
    return [`## ${heading}`, '', '| | screen | journey |', '|---|---|---|', ...rows, '']
  }

  const page = [
    '# Amplify Auth, and the journeys that exercise it',
    '',
    'Written from what the journeys did in Chromium: which public functions of `aws-amplify/auth` were called, on which',
    'screen, and which steps came of it. Of several journeys one is named. A function or a step without a journey fails',
    '`npm test`; after it, `npm run docs` writes this page anew.',
    '',
    ...table('Functions', functions),
    ...Object.entries(stepsOf).flatMap(([member, all]) => table(`\`${member}\``, all)),
  ].join('\n')
  return { page, problems: [...new Set(problems)] }
}

if (import.meta.main) {
  const reportFile = join(root, 'test-results/journeys.json')
  const pageFile = join(root, 'docs/reference/amplify.md')
  const write = process.argv.includes('--write')
  if (!existsSync(reportFile)) {
    console.error(
      'docs/reference/amplify.md comes from a whole run of the journeys: first npm test, then npm run docs',
    )
    process.exit(write ? 0 : 1)
  }
  const present = existsSync(pageFile) ? readFileSync(pageFile, 'utf8') : ''
  const { page, problems } = reference(JSON.parse(readFileSync(reportFile, 'utf8')), present)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
  else if (write) {
    writeFileSync(pageFile, page)
    console.log('Wrote docs/reference/amplify.md')
  } else if (page !== present) {
    console.error('docs/reference/amplify.md is not what the journeys did: npm run docs')
    process.exitCode = 1
  }
}
