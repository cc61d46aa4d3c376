import { spawnSync } from 'node:child_process'
import { devNull } from 'node:os'
import { describe } from 'vitest'

/** A client that is no npm package, so that it is not on every machine. */
export interface Program {
  readonly name: string
  /** A command that succeeds where it is installed. */
  readonly probe: readonly [command: string, ...args: string[]]
  /** How to install it, said where its tests are skipped. */
  readonly install: string
}

/** Declares tests that drive the pool by such a client; skips them where it is missing, and says so. */
export function describeWith({ name, probe: [command, ...args], install }: Program, tests: () => void): void {
  if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) {
    describe(name, tests)
  } else {
    console.warn(`The tests with ${name} are skipped, for it is not on this machine: ${install}`)
    describe.skip(`${name} (skipped: ${install})`, tests)
  }
}

/** Variables for a client of AWS that is to see nothing of what this machine has for AWS. */
export function awsEnvironment(region: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))
  return {
    ...Object.fromEntries(own),
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    // The pool is at this machine, and Python asks a proxy for that, too.
    NO_PROXY: 'localhost',
    no_proxy: 'localhost',
    PYTHONUTF8: '1',
  }
}
