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

/** The tests of one area, as the unit tests run: without a fresh start for each file. */
export default defineConfig({
  test: {
    isolate: false,
    include: [...(areas[process.env.AREA ?? '']?.tests ?? [])],
    sequence: { sequencer: ShortFirst },
  },
})
