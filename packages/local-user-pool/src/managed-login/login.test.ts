import { describe, expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { locationOf, oauthPool, requestOf, returned, signedOut, TestBrowser } from '../test-oauth.ts'
import { refused, testPassword } from '../test-pool.ts'

const hanako = { username: 'hanako@example.com', password: testPassword }

describe('who signs in', () => {
  test('may have typed their address full-width; a password is what it is', async () => {
    const pool = await oauthPool()
    const person = await personAt(pool)
    expect((await person.send({ ...hanako, username: ' ｈanako＠example．com　' })).code).toBeDefined()
    expect((await person.send({ ...hanako, password: 'Ｇenkan-2026' })).code).toBeUndefined()
  })

  test('needs no client secret, which the pool knows', async () => {
    const pool = await oauthPool({ GenerateSecret: true })
    expect((await (await personAt(pool)).send(hanako)).code).toBeDefined()
  })

  test('signs in by password whatever flows the client allows the API', async () => {
    const pool = await oauthPool({ ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] })
    expect((await (await personAt(pool)).send(hanako)).code).toBeDefined()
  })

  test('finds the address that the client has hinted at', async () => {
    const pool = await oauthPool()
    const { page } = await personAt(pool, '/login', { login_hint: 'hanako@example.com' })
    expect(page).toMatch(/<input id="username"[^>]* value="hanako@example.com"/)
  })

  test('runs the triggers of a sign-in', async () => {
    const ran: string[] = []
    const note = (event: { triggerSource: string }) => {
      ran.push(event.triggerSource)
      return event
    }
    const triggers = { PreAuthentication: note, PostAuthentication: note, PreTokenGeneration: note }
    const pool = await oauthPool({}, {}, { triggers } as never)
    await returned(pool, { response_type: 'token' })
    expect(ran).toEqual([
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_HostedAuth',
    ])
  })
})

describe('who is refused', () => {
  test('is told in their language, with the address still there and the password not', async () => {
    const pool = await oauthPool()
    const person = await (await personAt(pool, '/login', { lang: 'ja' })).send({
      ...hanako,
      password: 'wrong',
    })
    expect(person).toMatchObject({
      status: 400,
      title: 'エラー：ログイン',
      problem: '入力内容が正しくありません。内容を確かめて、もう一度お試しください。',
    })
    expect(person.page).toContain('value="hanako@example.com"')
    expect(person.page).not.toContain('wrong')
    expect(person.page).toMatch(/<input id="password"[^>]* aria-describedby="problem"[^>]* autofocus>/)
  })

  test('learns no more where nobody has the name', async () => {
    const pool = await oauthPool({ PreventUserExistenceErrors: 'LEGACY' })
    const person = await personAt(pool)
    const wrong = await person.send({ ...hanako, password: 'wrong' })
    const nobody = await person.send({ username: 'nobody@example.com', password: 'wrong' })
    expect(nobody.problem).toBe(wrong.problem)
  })

  test('is locked out here and at the API', async () => {
    const pool = await oauthPool()
    const person = await personAt(pool)
    for (let count = 0; count < 6; count += 1) await person.send({ ...hanako, password: 'wrong' })
    expect((await person.send(hanako)).problem).toMatch(/^Too many failed sign-ins\./)
    const start = {
      ClientId: pool.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: hanako.username, PASSWORD: hanako.password },
    }
    expect(await pool.refusal('InitiateAuth', start)).toEqual(
      refused('NotAuthorized', 'Password attempts exceeded'),
    )
  })

  test('is told what a trigger says', async () => {
    const PreAuthentication = () => {
      throw new Error('Not on <Sundays>')
    }
    const pool = await oauthPool({}, {}, {
      triggers: { PreAuthentication },
      onTriggerError: () => {},
    } as never)
    expect((await (await personAt(pool)).send(hanako)).problem).toContain('(Reason: Not on &lt;Sundays&gt;)')
  })

  test('goes to the confirmation of their sign-up where that is what is missing', async () => {
    const pool = await oauthPool()
    await pool.call('SignUp', {
      ClientId: pool.clientId,
      Username: 'new@example.com',
      Password: testPassword,
    })
    const person = await (await personAt(pool)).send({ username: 'new@example.com', password: testPassword })
    expect(person.title).toBe('Error: Enter your confirmation code')
    const confirmed = await person.send({ code: await pool.sent('new@example.com') })
    // The password was not looked at: the code alone signs nobody in.
    expect(confirmed).toMatchObject({ title: 'Sign in', code: undefined })
    expect(confirmed.page).toContain('value="new@example.com"')
  })

  test('goes to the reset of their password where an administrator wants one', async () => {
    const pool = await oauthPool()
    await pool.call('AdminResetUserPassword', {
      UserPoolId: pool.userPoolId,
      Username: 'hanako@example.com',
    })
    const person = await (await personAt(pool)).send(hanako)
    expect(person.title).toBe('Error: Reset your password')
    expect((await person.send({ username: hanako.username })).title).toBe('Choose a new password')
  })

  test('is among the requests of the console, with the reason and no password', async () => {
    const pool = await oauthPool()
    await (await personAt(pool)).send({ ...hanako, password: 'Wrong-2026' })
    const response = await pool.fetch(new Request('http://localhost:9339/_local/requests'))
    const text = await response.text()
    expect(JSON.parse(text).items[0]).toMatchObject({
      operation: 'POST /login',
      about: { user: 'hanako@example.com' },
      outcome: 'NotAuthorizedException',
      detail: 'the password is wrong',
    })
    expect(text).not.toContain('Wrong-2026')
  })
})

describe('who is signed in already', () => {
  const known = async () => {
    const pool = await oauthPool()
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    return { pool, browser }
  }

  test('is asked whether it is to be them, and goes on with one button', async () => {
    const { pool, browser } = await known()
    const person = await personAt(pool, '/login', {}, browser)
    expect(person.title).toBe('You are signed in')
    expect(person.page).toContain('Continue as hanako@example.com')
    expect((await person.send({ action: 'continue' })).code).toBeDefined()
  })

  test('may be somebody else', async () => {
    const { pool, browser } = await known()
    const { page } = await personAt(pool, '/login', {}, browser)
    const response = await browser.fill(page, { action: 'another' })
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/login?${new URLSearchParams(requestOf(pool))}`,
    ])
    expect((await personAt(pool, '/login', {}, browser)).title).toBe('Sign in')
    expect(locationOf(await browser.get('/oauth2/authorize', requestOf(pool))).pathname).toBe('/login')
  })

  test('has to sign in all the same where prompt is login', async () => {
    const { pool, browser } = await known()
    expect((await personAt(pool, '/login', { prompt: 'login' }, browser)).title).toBe('Sign in')
  })

  test('does not go on by the button when the hour is over', async () => {
    const { pool, browser } = await known()
    const person = await personAt(pool, '/login', {}, browser)
    pool.wait({ minutes: 60 })
    expect(await person.send({ action: 'continue' })).toMatchObject({ title: 'Sign in', code: undefined })
  })
})

test('nobody may sign up where administrators alone make users, and the page offers it to nobody', async () => {
  const pool = await oauthPool({}, { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })
  expect((await personAt(pool)).page).not.toContain('/signup')
  expect((await personAt(pool, '/signup')).title).toBe('No new accounts')
})

describe('the button of a page that was drawn for somebody', () => {
  test('signs in nobody else who has signed in since, and asks about them', async () => {
    const pool = await oauthPool()
    await pool.confirmedUser('taro@example.com')
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    const drawn = await personAt(pool, '/login', {}, browser)
    expect(drawn.page).toContain('hanako@example.com')
    await browser.get('/logout', { client_id: pool.clientId, logout_uri: signedOut })
    const fresh = await personAt(pool, '/login', {}, browser)
    await fresh.send({ username: 'taro@example.com', password: testPassword })
    const late = await drawn.send({ action: 'continue' })
    expect([late.code, late.status]).toEqual([undefined, 200])
    expect(late.page).toContain('taro@example.com')
    expect((await late.send({ action: 'continue' })).code).toBeDefined()
  })

  test('signs in nobody where the client wants a new sign-in', async () => {
    const pool = await oauthPool()
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    const drawn = await personAt(pool, '/login', {}, browser)
    const page = drawn.page.replaceAll('response_type=code', 'response_type=code&amp;prompt=login')
    const response = await browser.fill(page, { action: 'continue' })
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('name="username"'),
    ])
  })
})

test('a user who has to choose a new password is not signed in by a session from before', async () => {
  const pool = await oauthPool()
  const browser = new TestBrowser(pool)
  await returned(pool, {}, browser)
  await pool.call('AdminResetUserPassword', { UserPoolId: pool.userPoolId, Username: 'hanako@example.com' })
  expect(locationOf(await browser.get('/oauth2/authorize', requestOf(pool))).pathname).toBe('/login')
})
