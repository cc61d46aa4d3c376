// Says under which licences others let us deploy and publish what they made: `npm run licences`. With --write it goes
// into the reference.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Dependency, dependencies } from './dependencies.ts'
import { root } from './run.ts'

/** Licences that ask for no more than to be named along. */
const allowed: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'ISC',
  'MIT',
]

/** Packages that may be there under another licence, and why. */
const exceptions: readonly { readonly begins: string; readonly reason: string }[] = [
  {
    begins: '@img/sharp-',
    reason:
      'draws pictures for a server of Next.js, as an optional library of its own (LGPL). An export has no server: nothing of it is deployed or published.',
  },
]

/** What is deployed or published with the parts of this repository. */
export function deployed(all: readonly Dependency[]): readonly Dependency[] {
  return all.filter(({ isForDevelopment }) => !isForDevelopment)
}

/** Those whose licence is not allowed, and that are no exception. */
export function refused(all: readonly Dependency[]): readonly Dependency[] {
  return all.filter(
    ({ name, licence }) => !isAllowed(licence) && !exceptions.some((one) => name.startsWith(one.begins)),
  )
}

/** Of an SPDX expression without nested parentheses. */
function isAllowed(licence = ''): boolean {
  const alternatives = licence.replace(/[()]/g, '').split(' OR ')
  return alternatives.some((one) => one.split(' AND ').every((name) => allowed.includes(name)))
}

/** The page of the reference. */
export function licencesPage(all: readonly Dependency[]): string {
  const licences = [...new Set(all.map(({ licence = 'none' }) => licence))].sort()
  return [
    '# Licences of what is deployed and published',
    '',
    'Written by `npm run docs` from `package-lock.json`: every package that the site, the API or one of `packages/` can',
    'come with. What only development needs is left out. A test fails where one has another licence than these:',
    `${allowed.join(', ')}; except`,
    '',
    ...exceptions.map(({ begins, reason }) => `- \`${begins}…\`, which ${reason}`),
    '',
    '| licence | packages |',
    '|---|---|',
    ...licences.map((licence) => {
      const under = all.filter((one) => (one.licence ?? 'none') === licence)
      return `| ${licence} | ${[...new Set(under.map(({ name, version }) => `${name} ${version}`))].join(', ')} |`
    }),
    '',
  ].join('\n')
}

if (import.meta.main) {
  const page = licencesPage(deployed(dependencies()))
  if (process.argv.includes('--write')) {
    writeFileSync(join(root, 'docs/reference/licences.md'), page)
    console.log('Wrote docs/reference/licences.md')
  } else {
    console.log(page)
    const wrong = refused(deployed(dependencies()))
    for (const { name, version, licence = 'no licence' } of wrong)
      console.error(`Not allowed: ${name} ${version} (${licence})`)
    process.exitCode = wrong.length === 0 ? 0 : 1
  }
}
