import type { Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { addDevices, always, devicePage, kept, onDemand, say, track } from './device-page.ts'
import { languages, locales } from './entrance.ts'
import { hands } from './hands.ts'
import { expect, test } from './journey.ts'

/** What the page answers to the challenges of the pool from now on. */
function answersOf(page: Page) {
  const answers: { ChallengeName: string; ChallengeResponses: Record<string, string> }[] = []
  page.on('request', (request) => {
    const target = request.headers()['x-amz-target'] ?? ''
    if (target.endsWith('.RespondToAuthChallenge')) answers.push(request.postDataJSON())
  })
  return answers
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('a device that the pool remembers proves itself instead of a second factor', async ({
      page,
      ownPool,
      browser,
      places,
    }) => {
      await track(ownPool, always)
      const { open, button, text, ...door } = devicePage(page, ownPool, language)
      await open()
      await door.signInWithCode()
      const { deviceKey = '', randomPasswordKey = '' } = await kept(page)
      await button(text.signOut).click()
      await expect(door.heading(text.signIn)).toBeFocused()
      expect(await kept(page)).toMatchObject({ deviceKey, randomPasswordKey })

      const answers = answersOf(page)
      await door.signInWithoutCode()
      expect(answers.map(({ ChallengeName }) => ChallengeName)).toEqual([
        'PASSWORD_VERIFIER',
        'DEVICE_SRP_AUTH',
        'DEVICE_PASSWORD_VERIFIER',
      ])
      const [, , proof] = answers
      expect(proof?.ChallengeResponses).toMatchObject({
        DEVICE_KEY: deviceKey,
        PASSWORD_CLAIM_SIGNATURE: expect.stringMatching(/^[\w+/]{43}=$/),
      })
      expect(randomPasswordKey).not.toBe('')
      expect(JSON.stringify(answers)).not.toContain(randomPasswordKey)
      expect(JSON.stringify(answers)).not.toContain(ownPool.hanako.password)
      await door.openAccount()
      await expect(door.rows).toHaveCount(1)
      await expect(door.rows).toContainText(text.here)
      await expect(door.rows).toContainText(text.remembered)
      await expect(button(text.remember)).toHaveCount(0)

      const elsewhere = await browser.newContext({ baseURL: places.page, locale: locales[language] })
      await ownPool.serve(elsewhere)
      const another = devicePage(await elsewhere.newPage(), ownPool, language)
      await another.open()
      await another.signInWithCode()
      await elsewhere.close()
    })

    test('a device is remembered when its owner says so, until it is forgotten', { tag: '@phone' }, async ({
      page,
      ownPool,
    }) => {
      await track(ownPool, onDemand)
      const { open, button, text, section, rows, said, heading, ...door } = devicePage(
        page,
        ownPool,
        language,
      )
      const forget = section.getByRole('button', { name: text.forget })
      await open()
      await door.signInWithCode()
      await button(text.signOut).click()
      await door.signInWithCode()
      await door.openAccount()
      await expect(rows).toContainText(text.notRemembered)
      await button(text.remember).click()
      await expect(said(text.nowRemembered)).toBeVisible()
      await expect(rows).toContainText(text.remembered)
      await expect(button(text.remember)).toHaveCount(0)
      await expect(forget).toBeFocused()

      await button(text.signOut).click()
      await door.signInWithoutCode()
      await door.openAccount()
      await forget.click()
      await expect(section.getByText(text.questionHere)).toBeFocused()
      await button(text.cancel).click()
      await expect(forget).toBeFocused()
      await forget.click()
      await button(text.forgetForGood).click()
      await expect(heading(text.signIn)).toBeFocused()
      await expect(said(text.leftDevice)).toBeVisible()
      await expect(door.field(text.email)).toHaveValue(ownPool.hanako.email)
      expect(await kept(page)).toEqual({})
      await door.signInWithCode()
      await door.openAccount()
      await expect(rows).toHaveCount(1)
      await expect(rows).toContainText(text.notRemembered)
    })

    test('two devices are told apart, and the one that is forgotten is signed out', {
      tag: '@phone',
    }, async ({ page, ownPool, browser, places }) => {
      await track(ownPool, always)
      ownPool.stopClock()
      const { open, button, text, section, rows, said, ...door } = devicePage(page, ownPool, language)
      const usedHere = new Date(ownPool.now()).toISOString()
      await open()
      await door.signInWithCode()
      ownPool.wait({ minutes: 10 })
      const elsewhere = await browser.newContext({ baseURL: places.page, locale: locales[language] })
      await ownPool.serve(elsewhere)
      const other = devicePage(await elsewhere.newPage(), ownPool, language)
      const firstUsedThere = new Date(ownPool.now()).toISOString()
      await other.open()
      await other.signInWithCode()
      await other.button(text.signOut).click()
      ownPool.wait({ minutes: 10 })
      const lastUsedThere = new Date(ownPool.now()).toISOString()
      await other.signInWithoutCode()

      await door.openAccount()
      await expect(rows).toHaveCount(2)
      const times = (row: number) =>
        rows
          .nth(row)
          .getByRole('time')
          .evaluateAll((found) => found.map((time) => time.getAttribute('datetime')))
      expect(await times(0)).toEqual([usedHere, usedHere])
      expect(await times(1)).toEqual([lastUsedThere, firstUsedThere])
      await expect(rows.nth(0)).toContainText(text.lastUsed)
      await expect(rows.nth(0)).toContainText(text.here)
      await expect(rows.nth(1)).not.toContainText(text.here)

      await rows.nth(1).getByRole('button', { name: text.forget }).click()
      await expect(section.getByText(text.question)).toBeFocused()
      await button(text.forgetForGood).click()
      await expect(said(text.nowForgotten)).toBeVisible()
      await expect(rows).toHaveCount(1)
      await expect(page.getByRole('heading', { level: 2, name: text.devices })).toBeFocused()

      await other.button(text.account).click()
      await expect(other.heading(text.signIn)).toBeFocused()
      await expect(other.said(text.sessionRevoked)).toBeVisible()
      await other.signInWithCode()
      await elsewhere.close()
    })
  })
}

test('of more devices than Amplify asks for, the page does not claim to show all', async ({
  page,
  ownPool,
}) => {
  await track(ownPool, always)
  const { open, section, rows, ...door } = devicePage(page, ownPool)
  await open()
  await door.signInWithCode()
  await addDevices(ownPool, 60)
  await door.openAccount()
  // The one in front of the person is shown besides, where it is the sixty-first: the pool lists them by their keys.
  await expect(rows.nth(59)).toBeVisible()
  expect([60, 61]).toContain(await rows.count())
  await expect(section).toContainText('60 台までを表示しています。')
})

test('a device is remembered and forgotten with the keyboard alone', { tag: '@phone' }, async ({
  page,
  ownPool,
}) => {
  await track(ownPool, onDemand)
  const { open, button, section, said, heading, text, ...door } = devicePage(page, ownPool)
  const { press } = hands(page)
  await open()
  await door.signInWithCode()
  await press(button(text.account))
  await expect(section).toBeVisible()
  await press(button(say.remember))
  await expect(said(say.nowRemembered)).toBeVisible()
  await press(section.getByRole('button', { name: say.forget }))
  await expect(section.getByText(say.questionHere)).toBeFocused()
  await press(button(say.forgetForGood))
  await expect(heading(text.signIn)).toBeFocused()
  await expect(said(say.leftDevice)).toBeVisible()
})

test('the devices have nothing that axe finds, and no sideways scrolling', async ({ page, ownPool }) => {
  await track(ownPool, onDemand)
  const { open, section, ...door } = devicePage(page, ownPool)
  await open()
  await door.signInWithCode()
  await door.openAccount()
  await isAccessible(page)
  await section.getByRole('button', { name: say.forget }).click()
  await expect(section.getByText(say.questionHere)).toBeFocused()
  await isAccessible(page)
})
