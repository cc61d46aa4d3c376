#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from './diagnosis.ts'
import { type ExaminationOptions, examine } from './doctor.ts'
import { askPassword } from './password.ts'
import { jsonReport } from './report/json.ts'
import { textReport } from './report/text.ts'

const manual = `Says what is wrong with the Amazon Cognito configuration of a page, and how to put it right.

  genkan-doctor [--folder FOLDER] [--mode development|production] [--api URL] …

It reads NEXT_PUBLIC_AWS_COGNITO_REGION, …_USER_POOL_ID, …_CLIENT_ID and what else a page of this kind has from the environment and from the .env files of the page, as Next.js does, and asks Cognito what
it tells anybody. It changes nothing and sends no mail.

  --folder FOLDER       Where the page is, with its .env files and out/. Default: web/ if there is one, else here.
  --mode MODE           development (next dev) or production (next build). Default: where the variables are set.
  --site URL            Where the page is served: its headers, and the origin that the API has to let in.
  --api URL             The protected API. Default: NEXT_PUBLIC_API_URL.
  --sends id|access     The token that the page sends to it. Default: id.
  --domain HOST         The domain of the user pool. Default: …_DOMAIN, else what the user pool names.
  --callback URL        Where people come back to from there.
  --logout URL          Where they come back to after signing out.
  --try-sign-in EMAIL   Signs in for real, as the page does, up to the first question after the password; a code for
                        a second factor may be sent. The password is asked for, or taken from GENKAN_DOCTOR_PASSWORD.
  --with-credentials    Asks as the administrator, too, by the AWS SDK and the credentials that it finds.
  --user EMAIL          Whose sign-in does not work: looked up with --with-credentials.
  --lang en|ja          Default: the language of your system.
  --json                Writes JSON (docs/doctor.md), with no password, token or secret in it.
  --help                Writes this manual.

The status is 1 where there are errors, 0 where there are none or warnings alone, 2 where it was asked wrongly.
`

class UsageError extends Error {}

const options = {
  folder: { type: 'string' },
  mode: { type: 'string' },
  site: { type: 'string' },
  api: { type: 'string' },
  sends: { type: 'string' },
  domain: { type: 'string' },
  callback: { type: 'string' },
  logout: { type: 'string' },
  'try-sign-in': { type: 'string' },
  'with-credentials': { type: 'boolean' },
  user: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

function flagsOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The value, where it is one of those. */
function oneOf<Value extends string>(flag: string, values: readonly Value[], text: string | undefined) {
  const found = values.find((value) => value === text)
  if (text !== undefined && found === undefined)
    throw new UsageError(`--${flag} takes ${values.join(' or ')}.`)
  return found
}

function addressOf(flag: string, text: string | undefined): string | undefined {
  if (text !== undefined && !/^https?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new UsageError(`--${flag} takes an address that begins with https:// or http://, not '${text}'.`)
  }
  return text
}

const systemLanguage = (): Language =>
  new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ja') ? 'ja' : 'en'

/** Says on stderr, when it takes a while, what has not answered yet. */
function progress() {
  let pending: readonly string[] = []
  const timer = setInterval(() => {
    if (pending.length > 0) process.stderr.write(`… ${[...new Set(pending.map(hostOf))].join(', ')}\n`)
  }, 1000)
  return { onPending: (now: readonly string[]) => (pending = now), end: () => clearInterval(timer) }
}

const hostOf = (url: string) => URL.parse(url)?.host ?? url

/** What parseArgs left out is left out here, too. */
const given = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>
  }

async function main(args: readonly string[]): Promise<number> {
  const flags = flagsOf(args)
  if (flags.help) {
    process.stdout.write(manual)
    return 0
  }
  const language = oneOf('lang', ['en', 'ja'], flags.lang) ?? systemLanguage()
  const isRoot = flags.folder === undefined && existsSync(join('web', 'package.json'))
  const folder = flags.folder ?? (isRoot ? 'web' : '.')
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`)
  const email = flags['try-sign-in']
  if (flags.user !== undefined && !flags['with-credentials']) {
    throw new UsageError('--user is looked up by an administrator: add --with-credentials.')
  }
  const question: ExaminationOptions = {
    folder,
    // A file that was put beside, instead of into, the folder of the page.
    around: resolve(folder) === resolve('.') ? [] : ['.'],
    ...given({
      mode: oneOf('mode', ['development', 'production'], flags.mode),
      site: addressOf('site', flags.site),
      api: addressOf('api', flags.api),
      callback: addressOf('callback', flags.callback),
      logout: addressOf('logout', flags.logout),
      sends: oneOf('sends', ['id', 'access'], flags.sends),
      domain: flags.domain,
      user: flags.user,
      withCredentials: flags['with-credentials'],
      signIn: email === undefined ? undefined : { email, password: await passwordOf(email) },
    }),
  }
  const { onPending, end } = progress()
  try {
    const examination = await examine({ ...question, onPending })
    const report = jsonReport(examination, language)
    process.stdout.write(
      flags.json ? `${JSON.stringify(report, null, 2)}\n` : textReport(examination, language),
    )
    return report.healthy ? 0 : 1
  } finally {
    end()
  }
}

async function passwordOf(email: string): Promise<string> {
  const { GENKAN_DOCTOR_PASSWORD: password } = process.env
  if (password) return password
  if (!process.stdin.isTTY) {
    throw new UsageError(
      '--try-sign-in asks for the password on a terminal, or takes GENKAN_DOCTOR_PASSWORD.',
    )
  }
  return askPassword(`${email}: `)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\nSee --help.` : error)
  process.exitCode = 2
}
