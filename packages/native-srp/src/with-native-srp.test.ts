import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withNativeSrp } from './with-native-srp.ts'

/** What a build leaves: its scripts for the browser, by name, and the Amplify that it used. */
function built(scripts: Readonly<Record<string, string>>) {
  const projectDir = mkdtempSync(join(tmpdir(), 'genkan-native-srp-'))
  onTestFinished(() => rmSync(projectDir, { recursive: true }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(projectDir, file)), { recursive: true })
    writeFileSync(join(projectDir, file), text)
  }
  write('node_modules/aws-amplify/package.json', '{ "name": "aws-amplify", "version": "7.0.0" }')
  for (const [name, text] of Object.entries(scripts)) write(join('.next/static/chunks', name), text)
  return { projectDir, distDir: '.next' }
}

const after = (build: ReturnType<typeof built>, config = withNativeSrp()) =>
  config.compiler?.runAfterProductionCompile?.(build)

test('a build that signs in with other arithmetic fails, and names the version of Amplify', async () => {
  await expect(after(built({ 'app/page.js': '"Caldera Derived Key"' }))).rejects.toThrow(
    '@genkan/native-srp did not take hold: aws-amplify 7.0.0 no longer has its arithmetic in',
  )
})

test('a build that signs in with this arithmetic succeeds, and so does one that does not sign in', async () => {
  await after(built({ 'one.js': '"Caldera Derived Key"', 'app/other.js': '"An exponent below zero"' }))
  await after(built({ 'app/page.js': 'let page', 'page.css': 'Caldera Derived Key' }))
})

test('what a configuration has already stays, and is asked too', async () => {
  const asked: string[] = []
  const config = withNativeSrp({
    output: 'export',
    turbopack: { root: '/', rules: { '*.svg': { loaders: ['svg'] } } },
    webpack: (webpackConfig) => {
      asked.push('webpack')
      return { ...webpackConfig, name: 'own' }
    },
    compiler: {
      reactRemoveProperties: true,
      runAfterProductionCompile: async () => void asked.push('after'),
    },
  })
  expect(config).toMatchObject({ output: 'export', turbopack: { root: '/' } })
  expect(Object.keys(config.turbopack?.rules ?? {})).toEqual(['*.svg', '**/srp/BigInteger/BigInteger.mjs'])
  expect(config.compiler?.reactRemoveProperties).toBe(true)
  const webpackConfig = { module: { rules: [] as { test: RegExp }[] } }
  expect(config.webpack?.(webpackConfig, {} as never)).toMatchObject({ name: 'own' })
  const [rule] = webpackConfig.module.rules
  expect(rule?.test.test('C:\\auth\\srp\\BigInteger\\BigInteger.mjs')).toBe(true)
  expect(rule?.test.test('/auth/srp/BigInteger/index.mjs')).toBe(false)
  await after(built({ 'page.js': '' }), config)
  expect(asked).toEqual(['webpack', 'after'])
})
