// What `npm run deploy` does. Whatever it is given, such as --profile or --context, goes on to `cdk deploy`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Command, deploy } from './deployment.ts'

function run({ program, args, folder, environment }: Command) {
  const { status } = spawnSync(program, args, {
    cwd: folder,
    env: environment,
    stdio: 'inherit',
    shell: program === 'npm',
  })
  if (status !== 0) process.exit(status ?? 1)
}

deploy({
  root: join(import.meta.dirname, '../..'),
  args: process.argv.slice(2),
  environment: process.env,
  run,
  say: console.log,
})
