import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

export interface Browser {
  readonly executablePath: string
  /** What the process of the browser needs in its environment. */
  readonly environment: Readonly<Record<string, string>>
}

/** An installed Chrome or Chromium, else Playwright's own, else the one that an npm package carries. */
export async function findBrowser(): Promise<Browser> {
  const installed = installedBrowser() ?? [chromium.executablePath()].find(existsSync)
  return installed ? { executablePath: installed, environment: {} } : carriedBrowser()
}

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(existsSync)
}

/**
 * The Chromium of `@sparticuz/chromium`: Linux x64, packed, with the libraries it needs beside it for machines that
 * lack them. It is unpacked once, into a folder of this project rather than a shared one, since it is run.
 */
async function carriedBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The journeys need a browser. Install Chrome or Chromium, or run: npx playwright install chromium',
    )
  }
  const folder = join(import.meta.dirname, '../node_modules/.cache/genkan-chromium')
  mkdirSync(folder, { recursive: true })
  process.env.TMPDIR = folder
  const { default: carried, inflate } = await import('@sparticuz/chromium')
  const executablePath = await carried.executablePath()
  if (!lacksLibraries(executablePath)) return { executablePath, environment: {} }
  const packed = join(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin/al2023.tar.br')
  const libraries = join(await inflate(packed), 'lib')
  const environment = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') }
  return { executablePath, environment }
}

function lacksLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')
  } catch {
    return true
  }
}
