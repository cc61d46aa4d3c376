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

const folder = mkdtempSync(join(tmpdir(), 'genkan-env-'))
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)

/** What Next.js itself reads, in a process of its own since it keeps what it has read. */
function readByNext(mode: Mode, environment: Record<string, string>): Record<string, string> {
  const script = `
    const { combinedEnv } = require('@next/env').loadEnvConfig(${JSON.stringify(folder)}, ${mode === 'development'}, { info() {}, error() {} })
    console.log(JSON.stringify(combinedEnv))`
  const output = execFileSync(process.execPath, ['--eval', script], {
    cwd: import.meta.dirname,
    env: environment,
    encoding: 'utf8',
  })
  return JSON.parse(output)
}

test.each(['development', 'production'] as const)('reads what Next.js reads in the mode %s', (mode) => {
  const environment = { GIVEN: 'outside', SINGLE: 'of the environment' }
  const { values } = readEnvFiles(folder, mode, environment)
  const { NODE_ENV: _set, __NEXT_PROCESSED_ENV: _too, ...byNext } = readByNext(mode, environment)
  expect(Object.fromEntries([...values].map(([name, { value }]) => [name, value]))).toEqual(byNext)
})

test('says where each value is from, and what is in files that are not read', () => {
  const { values, unread } = readEnvFiles(folder, 'production', { SINGLE: 'mine' })
  expect(values.get('FROM')).toEqual({ value: 'production.local', source: '.env.production.local' })
  expect(values.get('SINGLE')?.source).toBe('environment')
  expect(values.get('ONLY_ENV')?.source).toBe('.env')
  expect(unread.map(({ file }) => file)).toEqual(['.env.development', '.env.development.local'])
})
