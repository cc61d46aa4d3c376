// Asks the registry what is known against the packages of package-lock.json: `npm run audit`. It needs the network, so it
// is no part of `npm test`.
import { spawnSync } from 'node:child_process'
import { root } from './run.ts'

interface Vulnerability {
  readonly severity: string
  readonly range: string
  readonly via: readonly (string | { readonly title: string; readonly url: string })[]
}

/** What `npm audit --json` writes: a report, or why there is none. */
type Answer =
  | { readonly vulnerabilities: Readonly<Record<string, Vulnerability>> }
  | { readonly vulnerabilities?: undefined; readonly message?: string }

/** What to say of it, and the status to end with: 1 where something is known, 2 where nobody could be asked. */
export function verdictOn(answer: Answer): { readonly text: string; readonly status: 0 | 1 | 2 } {
  if (!answer.vulnerabilities) {
    const reason = answer.message ?? 'no answer'
    const text = `Nothing was audited: the registry has no advisories to give (${reason}).\nRun this where https://registry.npmjs.org can be reached.`
    return { text, status: 2 }
  }
  const lines = Object.entries(answer.vulnerabilities).flatMap(([name, { severity, range, via }]) =>
    via.flatMap((cause) =>
      // One that is a name is a package with a line of its own.
      typeof cause === 'string' ? [] : [`${severity}: ${name} ${range}: ${cause.title} (${cause.url})`],
    ),
  )
  if (lines.length === 0)
    return { text: 'Nothing is known against any package of package-lock.json.', status: 0 }
  return { text: lines.join('\n'), status: 1 }
}

if (import.meta.main) {
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const { text, status } = verdictOn(JSON.parse(stdout || '{}'))
  console.log(text)
  process.exitCode = status
}
