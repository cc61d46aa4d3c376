import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Outputs, withVariables } from './variables.ts'

export interface Deployment {
  /** The folder of the repository. */
  readonly root: string
  /** What goes on to `cdk deploy`, such as `--profile`. */
  readonly args: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  readonly run: (command: Command) => void
  readonly say: (line: string) => void
}

/** A program that is run to its end, and ends the deployment where it fails. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
}

/** Deploys all but the site, builds the site with the ids of that, and deploys it. */
export function deploy({ root, args, environment, run, say }: Deployment): void {
  const outputs = join(root, 'infra/cdk.out/outputs.json')
  const variables = join(root, 'web/.env.production.local')
  const kept = withoutBuildVariables(environment)
  const cdkDeploy = (...more: readonly string[]) =>
    run({
      program: process.execPath,
      args: [join(root, 'node_modules/aws-cdk/bin/cdk'), 'deploy', ...more, '--exclusively', ...args],
      folder: join(root, 'infra'),
      environment: kept,
    })

  mkdirSync(dirname(outputs), { recursive: true })
  say('1/4  The user pool, the API, and the address of the site …')
  // Without the site: the build that is there is yesterday's, and may be one that cannot be served.
  cdkDeploy('Genkan', '--context', 'site=false', '--outputs-file', outputs)

  say('2/4  Their ids, into web/.env.production.local …')
  const { Genkan: deployed } = JSON.parse(readFileSync(outputs, 'utf8'))
  writeFileSync(
    variables,
    withVariables(existsSync(variables) ? readFileSync(variables, 'utf8') : '', deployed),
  )

  say('3/4  The site, built with these ids …')
  const out = join(root, 'web/out')
  // A build that ends up elsewhere must not leave an old one to be uploaded.
  rmSync(out, { recursive: true, force: true })
  run({ program: 'npm', args: ['run', 'build'], folder: root, environment: kept })
  if (!existsSync(join(out, 'index.html')))
    throw new Error('The build has written no web/out/index.html: is distDir changed in web/next.config.ts?')

  say('4/4  The site, to its address …')
  cdkDeploy('GenkanSite')
  say(`\n${whereTheSiteIs(deployed)}`)
}

/** What a shell sets is stronger than any file, and would be built in place of what was just deployed. */
function withoutBuildVariables(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isOfTheBuild = (name: string) =>
    name.startsWith('NEXT_PUBLIC_') || name === 'NEXT_DIST_DIR' || name === 'NODE_ENV'
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !isOfTheBuild(name)),
  ) as NodeJS.ProcessEnv
}

function whereTheSiteIs({ SiteUrl: expected, DistributionUrl: served }: Outputs): string {
  return served === expected
    ? `The site is at ${served}`
    : `The site is at ${served}\nThe user pool and the API are for ${expected} (siteHost): people have to come by that address.`
}
