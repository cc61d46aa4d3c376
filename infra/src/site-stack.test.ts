import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, Validations } from 'aws-cdk-lib'
import { Match, Annotations as SynthAnnotations, Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { SiteStack } from './site-stack.ts'
import { entranceStack } from './template.ts'

let out: string
const outdir = mkdtempSync(join(tmpdir(), 'genkan-cdk-'))
afterAll(() => rmSync(outdir, { recursive: true }))
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'genkan-out-'))
  mkdirSync(join(out, '_next/static/chunks'), { recursive: true })
  writeFileSync(join(out, '_next/static/chunks/a.js'), 'a()')
  writeFileSync(join(out, 'index.html'), '<script src="/_next/static/chunks/a.js"></script>')
  writeFileSync(join(out, 'index.txt'), '')
  mkdirSync(join(out, '.well-known'))
  writeFileSync(join(out, '.well-known/change-password'), '')
})
afterEach(() => rmSync(out, { recursive: true }))

async function siteStack(): Promise<SiteStack> {
  const entrance = await entranceStack(outdir)
  return new SiteStack(entrance.node.root, 'GenkanSite', { hosting: entrance.hosting, out })
}

test('what its name changes with is kept for ever, and what names it is asked for each time', async () => {
  const deployments = Object.values(
    Template.fromStack(await siteStack()).findResources('Custom::CDKBucketDeployment'),
  )
  expect(
    deployments.map(({ Properties: { SystemMetadata, Prune } }) => [SystemMetadata['cache-control'], Prune]),
  ).toEqual([
    ['public, max-age=31536000, immutable', false],
    ['no-cache', true],
  ])
})

test('the files come before the pages that name them', async () => {
  const deployments = Template.fromStack(await siteStack()).findResources('Custom::CDKBucketDeployment')
  const [files, pages] = Object.entries(deployments)
  expect(pages?.[1].DependsOn).toContain(files?.[0])
})

test('each file is copied by one of the two', async () => {
  const stack = await siteStack()
  const { directory } = (stack.node.root as App).synth()
  const copied = readdirSync(directory)
    .filter((name) => name.startsWith('asset.') && !name.endsWith('.zip'))
    .map((name) => readdirSync(join(directory, name), { recursive: true, encoding: 'utf8' }))
    .map((files) =>
      files.filter(
        (file) => /\.(html|txt|js)$|change-password$/.test(file) && !/^(index|handler)\.m?js$/.test(file),
      ),
    )
    .filter((files) => files.length > 0)
  expect(copied.map((files) => files.sort()).sort()).toEqual([
    ['.well-known/change-password', 'index.html', 'index.txt'],
    ['_next/static/chunks/a.js'],
  ])
})

test('what it is built upon is the same before there is a site', async () => {
  const before = Template.fromStack(await entranceStack(outdir)).toJSON()
  const entrance = await entranceStack(outdir)
  new SiteStack(entrance.node.root, 'GenkanSite', { hosting: entrance.hosting, out })
  expect(Template.fromStack(entrance).toJSON()).toEqual(before)
})

test('before it is built it has a stack with nothing in it, by which all can be taken away', async () => {
  rmSync(join(out, 'index.html'))
  const stack = await siteStack()
  expect(Template.fromStack(stack).findResources('Custom::CDKBucketDeployment')).toEqual({})
  expect(stack.dependencies.map(({ stackName }) => stackName)).toEqual(['Genkan'])
})

test.each([
  [
    'a basePath',
    () => writeFileSync(join(out, 'index.html'), '<script src="/app/_next/static/chunks/a.js"></script>'),
    'basePath /app.*leave basePath out of next\\.config\\.ts',
  ],
  [
    'trailingSlash',
    () => {
      mkdirSync(join(out, '404'))
      writeFileSync(join(out, '404/index.html'), '')
    },
    'trailingSlash.*Leave trailingSlash out of next\\.config\\.ts',
  ],
])('a build with %s is not deployed, with the cure, and can be taken away', async (_, build, cure) => {
  build()
  const stack = await siteStack()
  SynthAnnotations.fromStack(stack).hasError('/GenkanSite', Match.stringLikeRegexp(cure))
  expect(Template.fromStack(stack).findResources('*')).toEqual({})
  expect(stack.dependencies.map(({ stackName }) => stackName)).toEqual(['Genkan'])
})

test('what cannot be served stops `cdk deploy`, and not `cdk destroy`', async () => {
  writeFileSync(join(out, 'index.html'), '<script src="/app/_next/static/chunks/a.js"></script>')
  const { directory } = ((await siteStack()).node.root as App).synth()
  const cdk = (...command: readonly string[]) =>
    spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../node_modules/aws-cdk/bin/cdk'), ...command, '--app', directory],
      {
        cwd: out,
        encoding: 'utf8',
        // Whoever runs the test has an account, perhaps: it is not theirs that this is about.
        env: {
          PATH: process.env.PATH,
          HOME: out,
          AWS_REGION: 'ap-northeast-1',
          AWS_EC2_METADATA_DISABLED: 'true',
          CDK_DISABLE_CLI_TELEMETRY: 'true',
        },
      },
    ).stderr
  const noAccount = /Unable to resolve AWS account/
  const deployed = cdk('deploy', 'GenkanSite', '--exclusively', '--no-notices')
  expect(deployed).toContain('leave basePath out of next.config.ts')
  expect(deployed).not.toMatch(noAccount)
  expect(cdk('destroy', '--all', '--force', '--no-notices')).toMatch(noAccount)
})

test('a build that can be served has no error', async () => {
  SynthAnnotations.fromStack(await siteStack()).hasNoError('*', Match.anyValue())
})

test('the AWS Solutions rules are kept', async () => {
  const root = (await siteStack()).node.root as App
  Validations.of(root).addPlugins(new AwsSolutionsChecks(root))
  expect(() => root.synth()).not.toThrow()
})
