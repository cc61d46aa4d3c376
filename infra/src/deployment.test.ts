import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Command, deploy } from './deployment.ts'

const outputs = {
  Region: 'ap-northeast-1',
  UserPoolId: 'ap-northeast-1_AbCdEfGhI',
  ClientId: '0123456789abcdefghijklmnop',
  ApiUrl: 'https://abc.execute-api.ap-northeast-1.amazonaws.com/',
  PasswordMinLength: '12',
  SiteUrl: 'https://d111111abcdef8.cloudfront.net/',
  DistributionUrl: 'https://d111111abcdef8.cloudfront.net/',
}

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'genkan-deploy-'))
  mkdirSync(join(root, 'web/out'), { recursive: true })
  writeFileSync(join(root, 'web/out/index.html'), 'yesterday')
})
afterEach(() => rmSync(root, { recursive: true }))

/** Deploys to an account that is not there: what CDK and the build leave behind is written in their place. */
function deployment({ deployed = outputs, built = 'out', args = [] as string[], environment = {} } = {}) {
  const commands: Command[] = []
  const said: string[] = []
  const run = (command: Command) => {
    commands.push(command)
    if (command.args.includes('Genkan'))
      writeFileSync(join(root, 'infra/cdk.out/outputs.json'), JSON.stringify({ Genkan: deployed }))
    if (command.args.includes('build')) {
      expect(existsSync(join(root, 'web/out'))).toBe(false)
      mkdirSync(join(root, 'web', built))
      writeFileSync(join(root, 'web', built, 'index.html'), 'today')
    }
  }
  const go = () =>
    deploy({ root, args, environment: environment as NodeJS.ProcessEnv, run, say: (line) => said.push(line) })
  return { go, commands, said }
}

test('what the site is built with is deployed before it, and without the site of yesterday', () => {
  const { go, commands } = deployment({ args: ['--profile', 'mine'] })
  go()
  const [first, build, last] = commands.map(({ args }) => args.join(' '))
  expect(first).toMatch(/deploy Genkan --context site=false .*--exclusively --profile mine$/)
  expect(build).toBe('run build')
  expect(last).toMatch(/deploy GenkanSite --exclusively --profile mine$/)
  expect(readFileSync(join(root, 'web/.env.production.local'), 'utf8')).toContain(outputs.ClientId)
  expect(readFileSync(join(root, 'web/out/index.html'), 'utf8')).toBe('today')
})

test('the shell changes nothing of the build, and all the rest of it is passed on', () => {
  const { go, commands } = deployment({
    environment: {
      NEXT_PUBLIC_API_URL: 'http://localhost:1',
      NEXT_DIST_DIR: '.next-mine',
      NODE_ENV: 'development',
      AWS_REGION: 'ap-northeast-1',
    },
  })
  go()
  expect(commands.map(({ environment }) => environment)).toEqual(
    Array(3).fill({ AWS_REGION: 'ap-northeast-1' }),
  )
})

test('a build that ended up elsewhere is not followed by an upload', () => {
  const { go, commands } = deployment({ built: '.next-mine' })
  expect(go).toThrow(/no web\/out\/index\.html.*distDir/)
  expect(commands).toHaveLength(2)
})

test('the last line is where the site is', () => {
  const { go, said } = deployment()
  go()
  expect(said.at(-1)).toBe('\nThe site is at https://d111111abcdef8.cloudfront.net/')
})

test('a site of another host is at its distribution still, and both are told', () => {
  const { go, said } = deployment({ deployed: { ...outputs, SiteUrl: 'https://app.example.com/' } })
  go()
  expect(said.at(-1)).toMatch(
    /is at https:\/\/d111111abcdef8\.cloudfront\.net\/\n.* https:\/\/app\.example\.com\/ /,
  )
})
