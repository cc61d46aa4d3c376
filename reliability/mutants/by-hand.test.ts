import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/run.ts'
import { changes } from './by-hand.ts'

test.each(changes.map((change, index) => ({ ...change, index })))(
  'the tests of $area notice when $means',
  ({ area, file, was, index }) => {
    expect(readFileSync(join(root, file), 'utf8').split(was)).toHaveLength(2)
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const options = [
      'run',
      '--config',
      'reliability/mutants/vitest.config.ts',
      '--bail=1',
      '--reporter=tap-flat',
    ]
    const { stdout } = spawnSync(process.execPath, [vitest, ...options], {
      cwd: root,
      env: { ...process.env, AREA: area, CHANGE: String(index) },
      encoding: 'utf8',
    })
    // That a test fails, and not the run: what it says is https://testanything.org.
    expect(stdout).toMatch(/^not ok .*\.test\.ts > /m)
  },
)
