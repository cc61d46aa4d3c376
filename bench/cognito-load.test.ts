import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tables } from './cognito-load.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/guides/scale.md'), 'utf8')

test.each(Object.entries(tables))(
  'the table %s of the guide is what this machine reckons, too',
  (_, make) => {
    expect(guide).toContain(make())
  },
)
