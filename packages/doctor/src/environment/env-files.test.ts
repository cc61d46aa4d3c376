import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Mode, readEnvFiles } from './env-files.ts'

// `$ {` without the space; the linter takes it for a template that was forgotten.
const dollar = '$'

const files = {
  '.env': `FROM=env\nONLY_ENV=1\nPOOL=${dollar}{HERE}_AbC\nHERE=ap-northeast-1`,
  '.env.local': `FROM=local\nQUOTED="a b"\nSINGLE='c'\n  export EXPORTED = e # a remark\nHASH="a#b"\nEMPTY=\n`,
  '.env.development': 'FROM=development\r\nONLY_DEVELOPMENT = 1 \r\nEMPTY=not\r\nDOLLAR=a\\$HERE\r\n',
  '.env.development.local': `DEEP=${dollar}{NOT_THERE:-otherwise}\nOUTSIDE=$GIVEN\nMANY="a\nb"\nBACK=\`c\``,
  '.env.production': '\uFEFFFROM=production\nONLY_PRODUCTION=1',
  '.env.production.local': 'FROM=production.local\n“TYPOGRAPHIC”=1\nTYPO=“x”\n# REMARK=1\nNOTHING',
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'genkan-env-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const folder = folderOf(files)

/** What Next.js itself reads, in a process of its own since it keeps what it has read. */
function readByNext(folder: string, mode: Mode, environment: Record<string, string>): Record<string, string> {
  const script = `
    const { combinedEnv } = require('@next/env').loadEnvConfig(${JSON.stringify(folder)}, ${mode === 'development'}, { info() {}, error() {} })
    console.log(JSON.stringify(combinedEnv))`
  const output = execFileSync(process.execPath, ['--eval', script], {
    cwd: import.meta.dirname,
    env: environment,
    encoding: 'utf8',
  })
  const { NODE_ENV: _set, __NEXT_PROCESSED_ENV: _too, ...values } = JSON.parse(output)
  return values
}

test.each(['development', 'production'] as const)('reads what Next.js reads in the mode %s', (mode) => {
  const environment = { GIVEN: 'outside', SINGLE: 'of the environment' }
  const { values } = readEnvFiles(folder, mode, environment)
  expect(Object.fromEntries([...values].map(([name, { value }]) => [name, value]))).toEqual(
    readByNext(folder, mode, environment),
  )
})

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['an empty value with a space behind it', { '.env': 'A= \nB=1\nC=\nD="2"' }],
  ['a value on the next line', { '.env': 'A=\n"x"\nB:\nC=1' }],
  ['a colon', { '.env': 'A: value\nB:value\nC = v ' }],
  ['lone carriage returns', { '.env': 'A=1\rB=2\r' }],
  ['quotes in quotes', { '.env': `A='it''s'\nB="say \\"x\\""\nC='a\nb'\nD="unclosed\nE=1\nF='` }],
  ['something behind quotes', { '.env': 'A="a"b\nB="a" b\nC="a#b" # c\nD=#x\nE=a#b\nF=`a"b`' }],
  ['escapes', { '.env': `A="a\\nb"\nB='a\\nb'\nC=a\\nb` }],
  ['strange names', { '.env': 'A B=1\nC-D=2\nE.F=3\n=5\nG==6\nexport H\n\tI\t=\t1\t' }],
  ['one name twice', { '.env': 'A=1\nA=2\nB=1\nB=' }],
  ['dollar signs', { '.env': `A=$5abc\nB=pa$$word\nC=a\\$b\nD=${dollar}{X:-y}\nE='$D'\nF=$NONE-x\nG=a$` }],
  ['a value in a value', { '.env': `A=${dollar}{N:-${dollar}{M:-z}}\nB=${dollar}{A}x\nC=$LATER\nLATER=1` }],
  ['a name of a file before', { '.env': `P=${dollar}{R}_x\nR=us`, '.env.local': 'R=tokyo' }],
  ['a name of a file after', { '.env': 'R=us', '.env.local': `P=${dollar}{R}_x` }],
  ['a name that the environment has', { '.env': `GIVEN=1\nP=${dollar}{GIVEN:-x}` }],
])('reads as Next.js does: %s', (_what, files) => {
  const folder = folderOf(files)
  const environment = { GIVEN: 'outside' }
  const { values } = readEnvFiles(folder, 'production', environment)
  expect(Object.fromEntries([...values].map(([name, { value }]) => [name, value]))).toEqual(
    readByNext(folder, 'production', environment),
  )
})

test('says where each value is from, and what is in files that are not read', () => {
  const { values, unread } = readEnvFiles(folder, 'production', { SINGLE: 'mine' })
  expect(values.get('FROM')).toEqual({ value: 'production.local', source: '.env.production.local' })
  expect(values.get('SINGLE')?.source).toBe('environment')
  expect(values.get('ONLY_ENV')?.source).toBe('.env')
  expect(unread.map(({ file }) => file)).toEqual(['.env.development', '.env.development.local'])
})
