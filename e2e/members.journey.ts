import { AdminUserGlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { entrance } from './entrance.ts'
import { expect, test } from './journey.ts'

// A site of somebody else: React without Next.js, on the public entry of the package alone.

/** Notes everything that was in the page, however short, from its first moment on. */
async function noteHeadings(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>()
    Object.assign(window, { seen })
    new MutationObserver(() => {
      for (const heading of document.querySelectorAll('h1')) seen.add(heading.textContent ?? '')
      if (document.querySelector('form')) seen.add('a form')
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
  return () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])
}

const orders = 'Orders of 山田 花子'

test('a page for members asks who is there, and is then at the address that was wanted', async ({
  page,
  places,
  person,
}) => {
  const { signIn, heading, text } = entrance(page)
  const seen = await noteHeadings(page)
  await page.goto(places.members)
  await expect(heading('Books for everybody')).toBeVisible()
  expect(await seen()).toEqual(['Books for everybody'])

  const wanted = `${places.members}/members.html?year=2026#latest`
  await page.goto(wanted)
  await expect(heading(text.signIn)).toBeVisible()
  expect(await seen()).not.toContain(orders)
  await signIn(person)
  await expect(heading(orders)).toBeVisible()
  expect(page.url()).toBe(wanted)
  await expect(page.getByText(person.email)).toBeVisible()

  await page.reload()
  await expect(heading(orders)).toBeVisible()
  expect(await seen()).not.toContain('a form')
  expect(await seen()).not.toContain(text.signIn)

  await page.goto(places.members)
  await expect(page.getByText(person.email)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText(person.email)).toHaveCount(0)
  await expect(heading('Books for everybody')).toBeVisible()
})

test('the API is called as whoever is signed in', async ({ page, places, person }) => {
  await page.goto(`${places.members}/members.html`)
  await entrance(page).signIn(person)
  await page.getByRole('button', { name: 'Load' }).click()
  await expect(page.getByRole('status').last()).toContainText('200')
  await expect(page.getByRole('status').last()).toContainText(person.email)
})

test('whoever is signed out meanwhile comes back to the same page by signing in again', async ({
  page,
  places,
  person,
  admin,
}) => {
  const { signIn, heading, text } = entrance(page)
  await page.clock.install()
  await page.goto(`${places.members}/members.html#latest`)
  await signIn(person)
  await expect(heading(orders)).toBeVisible()
  await admin.send(
    new AdminUserGlobalSignOutCommand({ UserPoolId: exampleSeed.userPoolId, Username: person.email }),
  )
  await page.clock.fastForward('01:00:00')
  await expect(heading(text.signIn)).toBeVisible()
  await expect(page.getByText('このログインは取り消されました。')).toBeVisible()
  await expect(entrance(page).field(text.email)).toHaveValue(person.email)
  await entrance(page).password().fill(person.password)
  await entrance(page).button(text.signIn).click()
  await expect(heading(orders)).toBeVisible()
  expect(page.url()).toBe(`${places.members}/members.html#latest`)
})
