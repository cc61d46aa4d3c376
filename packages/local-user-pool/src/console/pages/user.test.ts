import { beforeEach, expect, test } from 'vitest'
import { type TestConsole, testConsole } from '../../test-console.ts'
import { refused, type TestPool, testPassword, testPool } from '../../test-pool.ts'

const email = 'hanako@example.com'

let pool: TestPool
let local: TestConsole
let path: string
beforeEach(async () => {
  pool = await testPool()
  local = testConsole(pool)
  await pool.confirmedUser(email)
  path = await pathOf(email)
})

const pathOf = async (name: string) => `users/${pool.userPoolId}/${(await pool.user(name)).username}`
const act = (action: string, at = path) => local.send(at, { action })

test('shows state, attributes, groups and factors', async () => {
  const admin = { UserPoolId: pool.userPoolId, Username: email }
  await pool.call('CreateGroup', { UserPoolId: pool.userPoolId, GroupName: 'staff' })
  await pool.call('AdminAddUserToGroup', { ...admin, GroupName: 'staff' })
  await pool.call('AdminUpdateUserAttributes', {
    ...admin,
    UserAttributes: [{ Name: 'nickname', Value: '<i>花</i>' }],
  })
  const page = await local.page(path)
  expect(page).toContain(`<h1>${email}</h1>`)
  expect(page).toContain('<dt>State</dt><dd>Confirmed</dd>')
  expect(page).toContain('<dt>Groups</dt><dd>staff</dd>')
  expect(page).toContain('<dt>First (choice-based sign-in)</dt><dd>PASSWORD_SRP, PASSWORD</dd>')
  expect(page).toContain('<dt>nickname</dt><dd>&lt;i&gt;花&lt;/i&gt;</dd>')
})

test('disables and enables', async () => {
  const response = await act('disable')
  expect([response.status, response.headers.get('location')]).toEqual([303, `/_local/${path}`])
  expect(await local.page(path)).toContain('<dt>State</dt><dd>Confirmed · Disabled</dd>')
  expect(await pool.user(email)).toMatchObject({ enabled: false })
  await act('enable')
  expect(await pool.user(email)).toMatchObject({ enabled: true })
})

test('confirms', async () => {
  const Username = 'ken@example.com'
  await pool.call('SignUp', { ClientId: pool.clientId, Username, Password: testPassword })
  const at = await pathOf(Username)
  expect(await local.page(at)).toContain('<button name="action" value="confirm">')
  await act('confirm', at)
  expect(await pool.user(Username)).toMatchObject({ status: 'CONFIRMED' })
  expect(await local.page(at)).not.toContain('value="confirm"')
})

test('lets a password expire: a code is sent for a new one', async () => {
  await act('reset')
  expect(await pool.user(email)).toMatchObject({ status: 'RESET_REQUIRED' })
  expect(await pool.sent(email)).toMatch(/^\d{6}$/)
})

test('lets a temporary password expire', async () => {
  const Username = 'new@example.com'
  await pool.call('AdminCreateUser', {
    UserPoolId: pool.userPoolId,
    Username,
    TemporaryPassword: testPassword,
  })
  await act('expire', await pathOf(Username))
  expect(await pool.signInRefusal(Username, testPassword)).toEqual(
    refused('NotAuthorized', 'Temporary password has expired and must be reset by an administrator.'),
  )
})

test('says why something cannot be done', async () => {
  const response = await act('confirm')
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('User cannot be confirmed. Current status is CONFIRMED')
})

test('does nothing that it does not know', async () => {
  const before = await pool.user(email)
  await act('toString')
  expect(await pool.user(email)).toEqual(before)
})

test('says that there is no such user', async () => {
  for (const at of [`users/${pool.userPoolId}/nobody`, 'users/eu-central-1_None/nobody']) {
    expect(await local.page(at)).toContain('There is no such user.')
  }
})
