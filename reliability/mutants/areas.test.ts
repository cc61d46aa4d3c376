import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../../scripts/run.ts'
import { areas } from './areas.ts'

const found = (pattern: string) => globSync(pattern, { cwd: root })

test.each(Object.entries(areas))(
  'the sources and the tests of %s are where they are said to be',
  (_, area) => {
    for (const pattern of [...area.files, ...area.tests]) expect(found(pattern), pattern).not.toEqual([])
  },
)
