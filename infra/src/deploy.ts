// What `npm run deploy` does. Whatever it is given, such as --profile or --context, goes on to `cdk deploy`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withVariables } from './variables.ts'

const root = join(import.meta.dirname, '../..')
const outputs = join(root, 'infra/cdk.out/outputs.json')
const variables = join(root, 'web/.env.production.local')

/** What a shell sets is stronger than any file, and would be built in place of what was just deployed. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('NEXT_PUBLIC_')),
)

function cdkDeploy(...args: string[]) {
  const cdk = join(root, 'node_modules/aws-cdk/bin/cdk')
  run(process.execPath, [cdk, 'deploy', ...args, ...process.argv.slice(2)], join(root, 'infra'))
}

function run(program: string, args: readonly string[], cwd: string) {
  const { status } = spawnSync(program, args, {
    cwd,
    env: environment,
    stdio: 'inherit',
    shell: program === 'npm',
  })
  if (status !== 0) process.exit(status ?? 1)
}

mkdirSync(join(outputs, '..'), { recursive: true })
console.log('1/4  The user pool, the API, and the address of the site …')
cdkDeploy('Genkan', '--exclusively', '--outputs-file', outputs)

console.log('2/4  Their ids, into web/.env.production.local …')
const { Genkan: deployed } = JSON.parse(readFileSync(outputs, 'utf8'))
writeFileSync(
  variables,
  withVariables(existsSync(variables) ? readFileSync(variables, 'utf8') : '', deployed),
)

console.log('3/4  The site, built with these ids …')
run('npm', ['run', 'build'], root)

console.log('4/4  The site, to its address …')
cdkDeploy('GenkanSite', '--exclusively')
console.log(`\nThe site is at ${deployed.SiteUrl}`)
