import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../../scripts/run.ts'
import { areas } from './areas.ts'

/** Stryker comes when it is asked for, from a lock of its own: who only builds or tests need not fetch it. */
const folder = 'reliability/mutants'
const home = join(root, folder)
const core = '@stryker-mutator/core'
const stryker = join(home, 'node_modules', core)
const results = join(root, 'reliability/results/mutants')

/** Per cent of the mutants that some test must notice, in each area. */
const least = 85

/** As far as is read of the report (https://github.com/stryker-mutator/mutation-testing-elements). */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: Status }[] }>>
}

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'CompileError' | 'RuntimeError' | 'Ignored'

interface Row {
  readonly file: string
  readonly killed: number
  readonly survived: number
  readonly score: number
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

function isInstalled() {
  const manifest = join(stryker, 'package.json')
  return (
    existsSync(manifest) && read(manifest).version === read(join(home, 'package.json')).dependencies[core]
  )
}

function install() {
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('Stryker could not be installed. The lines above say why.')
}

/** Changes the files of an area, one small thing at a time, and answers how often its tests noticed. */
function mutate(name: string): Row[] {
  const area = areas[name]
  if (!area) throw new Error(`No area ${name}; there are: ${Object.keys(areas).join(', ')}.`)
  const report = join(results, `${name}.json`)
  const configuration = join(results, `${name}.config.json`)
  writeFileSync(configuration, JSON.stringify(configurationOf(name, area.files, report)))
  const { status } = spawnSync(
    process.execPath,
    [join(stryker, 'bin/stryker.js'), 'run', relative(root, configuration)],
    {
      cwd: root,
      env: { ...process.env, AREA: name },
      stdio: 'inherit',
    },
  )
  if (status !== 0) throw new Error(`Stryker ended with ${status}.`)
  const { files } = read(report) as Report
  return Object.entries(files).map(([file, { mutants }]) => rowOf(file, mutants))
}

function configurationOf(name: string, files: readonly string[], report: string) {
  return {
    testRunner: 'vitest',
    vitest: { configFile: `${folder}/vitest.config.ts`, related: true },
    mutate: [...files, '!**/*.test.ts', '!**/*.generated.ts'],
    ignorePatterns: [
      '**',
      '!package.json',
      '!tsconfig.base.json',
      '!packages/**',
      '!api/**',
      `!${folder}/*.ts`,
    ],
    // It would have TypeScript rewrite the one that is there, by functions that TypeScript 7 does not have.
    tsconfigFile: 'none',
    tempDirName: join(results, `${name}.sandbox`),
    incremental: true,
    incrementalFile: join(results, `${name}.incremental.json`),
    reporters: ['json', 'clear-text', 'progress-append-only'],
    jsonReporter: { fileName: report },
    clearTextReporter: { reportTests: false, reportScoreTable: false, allowColor: false },
    coverageAnalysis: 'perTest',
    // Beside half as long again as the tests take: a machine that is busy must not pass for a mutant that hangs.
    timeoutMS: 20_000,
    concurrency: 1,
  }
}

function rowOf(file: string, mutants: Report['files'][string]['mutants']): Row {
  const count = (...statuses: readonly Status[]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length
  const killed = count('Killed', 'Timeout')
  const survived = count('Survived', 'NoCoverage')
  return { file, killed, survived, score: scoreOf(killed, survived) }
}

const scoreOf = (killed: number, survived: number) =>
  killed + survived === 0 ? 100 : Math.round((1000 * killed) / (killed + survived)) / 10

if (!isInstalled()) install()
mkdirSync(results, { recursive: true })
const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : Object.keys(areas)) {
  const start = performance.now()
  const rows = mutate(name)
  const [killed, survived] = rows.reduce(
    ([dead, alive], row) => [dead + row.killed, alive + row.survived],
    [0, 0],
  )
  const score = scoreOf(killed, survived)
  console.log(`\n${name}: ${score} % in ${Math.round((performance.now() - start) / 1000)} s`)
  console.table([...rows, { file: 'all', killed, survived, score }])
  if (score < least) {
    console.error(`✗ ${name}: ${score} % is less than ${least} %`)
    process.exitCode = 1
  }
}
