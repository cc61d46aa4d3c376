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

test('a script that somebody put into the page does not run', async ({ page, expectedErrors }) => {
  expectedErrors.push(/Content Security Policy/)
  await entrance(page).open()
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.stolen = true'
    document.body.append(script)
    const picture = document.createElement('div')
    picture.innerHTML = '<img src="data:," onerror="window.stolen = true">'
    document.body.append(picture)
    return 'stolen' in window
  })
  expect(ran).toBe(false)
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

test('no other page can frame it', async ({ page, places, expectedErrors }) => {
  expectedErrors.push(/frame-ancestors/)
  await page.goto(places.members)
  const refusal = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  await page.evaluate((address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }, places.page)
  expect((await refusal).text()).toContain(places.page)
  await expect(page.frameLocator('iframe').getByRole('textbox')).toHaveCount(0)
})
