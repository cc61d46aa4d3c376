import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const { context: settings } = JSON.parse(readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8'))

let outdir: string
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'genkan-cdk-'))
})
afterEach(() => rmSync(outdir, { recursive: true }))

/** Runs the app as the command of CDK does, and answers what it has synthesised. */
function synthesise(context: object = {}, environment: Record<string, string> = {}) {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'app.ts')], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...settings, ...context }),
      ...environment,
    },
  })
  const stacks = readdirSync(outdir).filter((name) => name.endsWith('.template.json'))
  return { status, stderr, stacks: stacks.sort() }
}

test('the first step of a deployment is without the site', { timeout: 120_000 }, () => {
  expect(synthesise({ site: 'false' })).toMatchObject({ status: 0, stacks: ['Genkan.template.json'] })
})

test('a region that cannot be used is told in a sentence, and nothing is synthesised', {
  timeout: 120_000,
}, () => {
  const { status, stderr, stacks } = synthesise({}, { CDK_DEFAULT_REGION: 'cn-north-1' })
  expect(stderr).toMatch(/^The region is cn-north-1, in China, .*\n$/)
  expect({ status, stacks }).toEqual({ status: 1, stacks: [] })
})
