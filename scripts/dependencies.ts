import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.ts'

/** A package of others that an install brings, as package-lock.json knows it. */
export interface Dependency {
  readonly name: string
  readonly version: string
  /** An SPDX expression; undefined where the package names none. */
  readonly licence: string | undefined
  /** Whether only development needs it: it is in nothing that is deployed or published. */
  readonly isForDevelopment: boolean
  /** Whether it wants to run a program of its own when it is installed. */
  readonly hasInstallScript: boolean
  /** Whether the lock knows the hash of what is fetched. What comes within another package is part of that one's. */
  readonly hasHash: boolean
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly name?: string
        readonly version?: string
        readonly license?: string
        readonly link?: boolean
        readonly dev?: boolean
        readonly hasInstallScript?: boolean
        readonly integrity?: string
        readonly inBundle?: boolean
      }
    >
  >
}

const folder = 'node_modules/'

/** Every package of a lock that is not of this repository, by name and version. */
export function dependenciesIn({ packages }: Lock): readonly Dependency[] {
  const all = Object.entries(packages).flatMap(([path, entry]): readonly Dependency[] => {
    const begin = path.lastIndexOf(folder)
    if (begin < 0 || entry.link) return []
    return [
      {
        name: entry.name ?? path.slice(begin + folder.length),
        version: entry.version ?? '',
        licence: entry.license,
        isForDevelopment: entry.dev ?? false,
        hasInstallScript: entry.hasInstallScript ?? false,
        hasHash: entry.integrity !== undefined || entry.inBundle === true,
      },
    ]
  })
  return all.sort((a, b) => compare(`${a.name} ${a.version}`, `${b.name} ${b.version}`))
}

/** Those of this repository. */
export function dependencies(): readonly Dependency[] {
  return dependenciesIn(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
}

/** The same order on every machine, whatever its language. */
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** Those that run a program when they are installed without being allowed to, by name. */
export function unnamedInstallScripts(
  all: readonly Dependency[],
  allowed: Readonly<Record<string, boolean>>,
): readonly string[] {
  return all
    .filter(({ name, hasInstallScript }) => hasInstallScript && !allowed[name])
    .map(({ name }) => name)
}
