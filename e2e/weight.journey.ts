import { entrance, words } from './entrance.ts'
import { expect, test } from './journey.ts'
import { sumOf, weigh } from './weight.ts'
import weights from './weight-budget.json' with { type: 'json' }

const { baseline, budget } = weights

test('the page weighs no more than its budget, and fetches each part when it is needed', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('form')) return
      window.formShownAt = Date.now()
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  const weighed = weigh(page)
  const { open } = entrance(page)
  await open()
  await page.waitForLoadState('networkidle')
  const fetched = await weighed()
  await page.getByRole('button', { name: 'English' }).click()
  await entrance(page, 'en').heading(words.en.signIn).waitFor()
  const onChoice = (await weighed()).slice(fetched.length)

  const formShownAt = await page.evaluate(() => window.formShownAt ?? 0)
  const scripts = fetched.filter(({ kind }) => kind === 'script')
  const named = scripts.filter(({ isNamed }) => isNamed)
  // What lists the users of the local user pool is in no build for Amazon Cognito.
  const late = scripts.filter(({ isNamed, text }) => !isNamed && !text.includes('/_local/inbox'))
  const texts = late.filter(({ text }) => text.includes(words.ja.backToSignIn))
  const rest = late.filter((file) => !texts.includes(file))
  const gateway = rest.filter(({ askedAt }) => askedAt >= formShownAt)

  expect(onChoice).toHaveLength(1)
  expect(texts).toHaveLength(1)
  expect(gateway.some(({ text }) => text.includes('Caldera Derived Key'))).toBe(true)
  const weight = {
    beforeFirstPaint: sumOf(named) - baseline.bytes,
    form: sumOf(rest.filter((file) => !gateway.includes(file))),
    languages: sumOf([...texts, ...onChoice]),
    gateway: sumOf(gateway),
    css: sumOf(fetched.filter(({ kind }) => kind === 'stylesheet')),
  }
  test.info().annotations.push({ type: 'weight', description: JSON.stringify(weight) })
  for (const [part, bytes] of Object.entries(budget)) {
    expect.soft(weight[part as keyof typeof weight], `${part}, bytes after gzip`).toBeLessThanOrEqual(bytes)
  }
})
