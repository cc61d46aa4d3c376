import { statSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { areas } from './areas.ts'

/** The first failure ends the run, so the short files come first. */
class ShortFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.toSorted((one, other) => statSync(one.moduleId).size - statSync(other.moduleId).size)
  }
}

/**
 * The tests of one area, each file with modules of its own: what a module works out when it is loaded would else be
 * taken for the affair of whichever file loads it first.
 */
export default defineConfig({
  test: {
    include: [...(areas[process.env.AREA ?? '']?.tests ?? [])],
    sequence: { sequencer: ShortFirst },
  },
})
