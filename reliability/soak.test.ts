import { expect, test } from 'vitest'
import { trial } from './soak.ts'

test('mixed traffic with faults, while months go by, leaves nothing behind', async () => {
  expect((await trial('quick')).faults).toEqual([])
}, 300_000)
