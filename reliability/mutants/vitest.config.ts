import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { root } from '../../scripts/run.ts'
import { areas } from './areas.ts'
import { changes } from './by-hand.ts'

/** The first failure ends the run, so the short files come first. */
class ShortFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.toSorted((one, other) => statSync(one.moduleId).size - statSync(other.moduleId).size)
  }
}

/** Reads the one file that is changed by hand as it would be. */
function changed(): Plugin {
  const change = changes[Number(process.env.CHANGE)]
  return {
    name: 'changed',
    enforce: 'pre',
    transform: (code, id) =>
      change && id === join(root, change.file) ? code.replace(change.was, change.becomes) : undefined,
  }
}

/**
 * The tests of one area, each file with modules of its own: what a module works out when it is loaded would else be
 * taken for the affair of whichever file loads it first.
 */
export default defineConfig({
  plugins: [changed()],
  test: {
    include: [...(areas[process.env.AREA ?? '']?.tests ?? [])],
    sequence: { sequencer: ShortFirst },
    // What was changed once would be found there by the next run.
    fsModuleCache: false,
  },
})
