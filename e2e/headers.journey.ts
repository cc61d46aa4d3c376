import { exampleSeed } from '@genkan/local-user-pool'
import { headersOf } from '../infra/hosting/headers.ts'
import { entrance } from './entrance.ts'
import { expect, test } from './journey.ts'

test('the page comes with the headers that every way of hosting sends', async ({ page }) => {
  const response = await page.goto('/')
  expect(await response?.allHeaders()).toMatchObject(
    Object.fromEntries(Object.entries(headersOf('/')).map(([name, value]) => [name.toLowerCase(), value])),
  )
})

test('its own chunks are kept for ever', async ({ page }) => {
  const [chunk] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/_next/static/chunks/')),
    entrance(page).open(),
  ])
  expect(chunk.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('the page names no script and no style sheet without saying what must be in it', async ({ page }) => {
  const response = await page.goto('/')
  // As it was sent: what the runtime of Turbopack adds later is not named in it.
  const html = (await response?.text()) ?? ''
  const tags = html.match(/<script[^>]* src="[^>]*>|<link[^>]* rel="stylesheet"[^>]*>/g) ?? []
  expect(tags.length).toBeGreaterThan(5)
  expect(tags.filter((tag) => !tag.includes(' integrity="sha384-'))).toEqual([])
})

test('a script that somebody wrote into the page on its way does not run', async ({
  page,
  context,
  expectedErrors,
}) => {
  // To the browser a page that was changed on its way is not of this machine any more.
  await context.grantPermissions(['local-network-access'])
  expectedErrors.push(/Executing inline (script|event handler) violates/)
  await page.route('/', async (route) => {
    const response = await route.fetch()
    const written = '<script>stolen = 1</script><img src="data:," onerror="stolen = 1">'
    await route.fulfill({ response, body: (await response.text()).replace('</body>', `${written}</body>`) })
  })
  const refused = page.waitForEvent('console', (message) => message.text().includes('inline event handler'))
  await entrance(page).open()
  await refused
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
})

const sinks: Readonly<Record<string, (code: string) => unknown>> = {
  'markup in an element': (code) => {
    document.body.innerHTML = `<img src="data:," onerror="${code}">`
  },
  'markup beside an element': (code) =>
    document.body.insertAdjacentHTML('beforeend', `<svg onload="${code}">`),
  'markup in a document': (code) => document.write(`<img src="data:," onerror="${code}">`),
  'a page in a frame': (code) => {
    document.createElement('iframe').srcdoc = `<script>parent.${code}</script>`
  },
  'a handler': (code) => document.body.setAttribute('onclick', code),
  'the text of a script': (code) => {
    document.createElement('script').text = code
  },
  'something to do later': (code) => setTimeout(code),
  // Not at once: what a debugger runs may evaluate.
  'something to evaluate': (code) =>
    new Promise((resolve) => setTimeout(resolve)).then(() =>
      Reflect.apply(Reflect.get(window, 'eval'), undefined, [code]),
    ),
}

test('the page makes no code of a text', async ({ page, expectedErrors }) => {
  expectedErrors.push(/This document requires 'Trusted(HTML|Script)' assignment/)
  await entrance(page).open()
  for (const [what, put] of Object.entries(sinks)) {
    await expect(page.evaluate(put, 'stolen = 1'), what).rejects.toThrow(/TypeError|EvalError/)
  }
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
})

test('the page loads no script but those of its own build, wherever a text says one is', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/requires 'TrustedScriptURL' assignment/)
  await entrance(page).open()
  const own = await page.locator('script[src]').first().getAttribute('src')
  const taken = await page.evaluate(
    (addresses) =>
      addresses.filter((address) => {
        try {
          document.createElement('script').src = address
          return true
        } catch {
          return false
        }
      }),
    [
      own ?? '',
      '/robots.txt',
      '/_next/static/../../robots.txt',
      '/_next/static/%2e%2e/%2E./robots.txt',
      '//evil.example/_next/static/a.js',
      '/\\evil.example/_next/static/a.js',
      'https://evil.example/_next/static/a.js',
      'data:text/javascript,stolen=1',
      `blob:${new URL(page.url()).origin}/_next/static/a.js`,
      'javascript:stolen=1',
      'http://[',
    ],
  )
  expect(taken).toEqual([own])
})

test('the page speaks to nobody but its user pool and its API', async ({ page, expectedErrors }) => {
  expectedErrors.push(/Content Security Policy/)
  await entrance(page).open()
  const refused = page.evaluate(() => fetch('https://collector.example.com/').catch((error) => error.name))
  expect(await refused).toBe('TypeError')
  const forms = page.evaluate(() => {
    const form = document.createElement('form')
    form.action = '/collect'
    document.body.append(form)
    return new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        resolve(effectiveDirective),
      )
      form.submit()
    })
  })
  expect(await forms).toBe('form-action')
})

test('a chunk that was changed on its way is not run', async ({ page, expectedErrors }) => {
  expectedErrors.push(/Failed to find a valid digest in the 'integrity' attribute/)
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `window.stolen = true;${await response.text()}` })
  })
  await page.goto('/')
  await expect(page.locator('main[aria-busy=true]')).toBeVisible()
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
})

test('no other page can frame the page, nor those of the pool', async ({ page, places, expectedErrors }) => {
  expectedErrors.push(/frame-ancestors/)
  const { clientId } = exampleSeed
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: `${places.page}/`,
  })
  const addresses = {
    'the page': `${places.page}/`,
    'the hosted page': `${places.pool}/login?${query}`,
    'its answer to a bad request': `${places.pool}/oauth2/authorize?client_id=x`,
    'the inbox': `${places.pool}/_local/inbox`,
  }
  // A site without a policy of its own, which would refuse the frame first.
  await page.goto(places.onePage)
  for (const [what, address] of Object.entries(addresses)) {
    const refusal = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
    await page.evaluate((address) => {
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.replaceChildren(frame)
    }, address)
    expect((await refusal).text(), what).toContain(new URL(address).origin)
    await expect(page.frameLocator('iframe').locator('form, main, input'), what).toHaveCount(0)
  }
})
