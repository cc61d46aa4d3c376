import { expect, test } from 'vitest'
import { testConsole } from '../../test-console.ts'
import { testPool } from '../../test-pool.ts'

test('shows who was refused and why, and where the live list goes on', async () => {
  const pool = await testPool()
  const local = testConsole(pool)
  await pool.confirmedUser('hanako@example.com')
  await pool.signInRefusal('hanako@example.com', 'Wrong-2026')
  const page = await local.page('requests')
  expect(page).toMatch(/RespondToAuthChallenge <span class="bad">NotAuthorizedException<\/span>/)
  expect(page).toContain('Refused: <span lang="en">the proof does not match')
  expect(page).toContain('user hanako@example.com')
  const [, latest] = /data-live="\/_local\/requests" data-latest="(\d+)"/.exec(page) ?? []
  expect(page).toContain(`<li data-id="${latest}">`)
})
