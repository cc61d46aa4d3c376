import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../scripts/run.ts'
import { entrance } from './entrance.ts'
import { hostedPage, hostedWords, test } from './hosted-page.ts'
import { expect } from './journey.ts'

const folder = 'test-results/start'

interface Running {
  readonly process: ChildProcess
  readonly page: string
  readonly inbox: string
  readonly domain: string
  readonly said: string
}

/** Runs `npm start` as a person does, with data of its own, until it says that everything is there. */
async function npmStart(environment: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = spawn('npm', ['start'], {
    cwd: root,
    // A group of its own, so that Ctrl-C reaches all of it, as in a terminal.
    detached: true,
    shell: process.platform === 'win32',
    env: { ...process.env, GENKAN_DATA: folder, NEXT_DIST_DIR: '.next-e2e-start', ...environment },
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`npm start ended:\n${said}`)))
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes('Ctrl-C ends all of it.')) resolve()
      })
    }
  })
  const address = (name: string) => new RegExp(`${name}\\s+(https?://\\S+)`).exec(said)?.[1] ?? ''
  return {
    process: child,
    page: address('Page'),
    inbox: address('Codes and invitations'),
    domain: new URL(address('Hosted sign-in page')).host,
    said,
  }
}

async function pressCtrlC({ process: child }: Running, page: Page) {
  // A page of a development server keeps asking for it; it is left before the server ends.
  await page.goto('about:blank')
  const ended = once(child, 'exit')
  process.kill(-(child.pid ?? 0), 'SIGINT')
  await ended
}

const isReachable = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )

test('npm start brings everything up, Ctrl-C ends all of it, and what was done is there the next time', async ({
  page,
}) => {
  test.slow()
  rmSync(join(root, folder), { recursive: true, force: true })
  const { signIn, heading, text, button, field, password } = entrance(page)

  const first = await npmStart()
  expect(first.said).toContain('hanako@example.com')
  expect(first.said).toContain('Genkan-2026')
  await page.goto(first.page)
  await heading(text.signIn).waitFor()
  await signIn({ email: 'invited@example.com', password: 'Genkan-2026' })
  await expect(heading(text.newPasswordTitle)).toBeVisible()
  await password(text.newPassword).fill('Chosen-2026')
  await field(text.name).fill('田中 一郎')
  await button(text.submitNewPassword).click()
  await expect(heading(text.signedIn)).toBeVisible()
  await pressCtrlC(first, page)
  for (const url of [first.page, first.inbox]) expect(await isReachable(url)).toBe(false)

  // The usual ports are in use now, by somebody else.
  const inTheWay = createServer().listen(Number(new URL(first.page).port), '127.0.0.1')
  await once(inTheWay, 'listening')
  expect(first.said).toContain(`with NEXT_PUBLIC_AWS_COGNITO_DOMAIN=${first.domain}`)
  const second = await npmStart({ NEXT_PUBLIC_AWS_COGNITO_DOMAIN: first.domain })
  expect(second.said).toMatch(/Port \d+ is taken; using \d+ instead\./)
  expect(second.page).not.toBe(first.page)
  await page.goto(second.page)
  await heading(text.signIn).waitFor()
  await signIn({ email: 'invited@example.com', password: 'Chosen-2026' })
  await expect(heading(text.signedIn)).toBeVisible()

  // The data know the page by its first address alone.
  await button(text.signOut).click()
  await button(hostedWords.ja.leave).click()
  await hostedPage(page).signIn({ email: 'invited@example.com', password: 'Chosen-2026' })
  await expect(heading(text.signedIn)).toBeVisible()
  expect(page.url()).toBe(`${second.page}/`)
  await pressCtrlC(second, page)
  inTheWay.close()
})
