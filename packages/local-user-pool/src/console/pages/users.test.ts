import { beforeEach, expect, test } from 'vitest'
import { type TestConsole, testConsole } from '../../test-console.ts'
import { type TestPool, testPool } from '../../test-pool.ts'

let pool: TestPool
let local: TestConsole
beforeEach(async () => {
  pool = await testPool()
  local = testConsole(pool)
})

test('lists the users with their state, and leads to each', async () => {
  await pool.confirmedUser('hanako@example.com')
  await pool.call('SignUp', { ClientId: pool.clientId, Username: 'ken@example.com', Password: 'Genkan-2026' })
  const { username } = await pool.user('hanako@example.com')
  const page = await local.page('users')
  expect(page).toContain(`<a href="/_local/users/${pool.userPoolId}/${username}">hanako@example.com</a>`)
  expect(page).toMatch(/ken@example\.com<\/a><\/p>\s*<p class="to">Not confirmed</)
})

test('shows fifty at a time', async () => {
  for (let count = 0; count < 51; count += 1) {
    const Username = `user${count}@example.com`
    await pool.call('AdminCreateUser', { UserPoolId: pool.userPoolId, Username, MessageAction: 'SUPPRESS' })
  }
  const first = await local.page('users')
  expect(first.match(/user\d+@example\.com<\/a>/g)).toHaveLength(50)
  const [, next = ''] = /<a href="\?([^"]+)">Next page/.exec(first) ?? []
  const second = await local.page(`users?${next.replace('&amp;', '&')}`)
  expect(second.match(/user\d+@example\.com<\/a>/g)).toHaveLength(1)
  expect(second).not.toContain('Next page')
})

test('makes a user, who is invited', async () => {
  const response = await local.send('users', {
    pool: pool.userPoolId,
    username: 'new@example.com',
    password: 'Genkan-2026',
  })
  const { username, status } = await pool.user('new@example.com')
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    `/_local/users/${pool.userPoolId}/${username}`,
  ])
  expect(status).toBe('FORCE_CHANGE_PASSWORD')
  expect(await pool.sent('new@example.com')).toBe('Genkan-2026')
})

test('says why a user is not made', async () => {
  const response = await local.send('users', { pool: pool.userPoolId, username: 'new' })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('<p role="alert" class="alert">Username should be an email.</p>')
})

test('has a choice where there are several pools', async () => {
  const { UserPool } = await pool.call('CreateUserPool', { PoolName: 'another' })
  const page = await local.page(`users?pool=${UserPool?.Id}`)
  expect(page).toContain(`<a href="?pool=${UserPool?.Id}" aria-current="true">another</a>`)
  expect(page).toContain('There is no user.')
  expect(page).toContain('Username<input')
})
