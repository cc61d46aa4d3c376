import { expect, test } from 'vitest'
import { trial } from './disk.ts'

test('a file that cannot be used is refused unchanged, and a full disk costs the requests that write', async () => {
  expect((await trial('quick')).faults).toEqual([])
}, 300_000)
