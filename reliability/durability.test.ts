import { expect, test } from 'vitest'
import { trial } from './durability.ts'

test('what was answered survives SIGKILL at any moment, and nothing is left half done', async () => {
  expect((await trial('quick')).faults).toEqual([])
}, 300_000)
