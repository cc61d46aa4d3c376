import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { basePathOf, connectionsOf, pagesOf, sealSite } from './site.ts'

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'genkan-site-'))
  mkdirSync(join(out, '_next/static'), { recursive: true })
  mkdirSync(join(out, 'members'))
  writeFileSync(join(out, '_next/static/a.js'), 'a()')
})
afterEach(() => rmSync(out, { recursive: true }))

const pageWith = (address: string) => `<head></head><body><script src="${address}"></script></body>`

test('every page of a site is sealed, however deep', () => {
  writeFileSync(join(out, 'index.html'), pageWith('/_next/static/a.js'))
  cpSync(join(out, 'index.html'), join(out, 'members/index.html'))
  expect(sealSite(out, [])).toBe(2)
  for (const page of pagesOf(out)) {
    expect(readFileSync(join(out, page), 'utf8')).toMatch(/Content-Security-Policy.* integrity="sha384-/)
  }
})

test('addresses with a basePath, a query or a host name the files without', () => {
  const integrityOf = (address: string) => {
    writeFileSync(join(out, 'index.html'), pageWith(address))
    sealSite(out, [])
    return readFileSync(join(out, 'index.html'), 'utf8').match(/integrity="[^"]*"/)?.[0]
  }
  const plain = integrityOf('/_next/static/a.js')
  expect(plain).toBeDefined()
  expect(integrityOf('/app/_next/static/a.js')).toBe(plain)
  expect(integrityOf('/_next/static/a.js?v=1')).toBe(plain)
  expect(integrityOf('//cdn.example.com/_next/static/a.js')).toBeUndefined()
  expect(integrityOf('/_next/static/gone.js')).toBeUndefined()
})

test('what signs in is compiled before it is called, and nothing that the form waits for', () => {
  const scripts = {
    'first.js': [['site', 'shared'], ['gateway', 'arithmetic', 'shared'], ['ja'], ['en']]
      .map(
        (names) => `Promise.all(${JSON.stringify(names.map((name) => `${name}.js`))}.map(e=>t.l(e))).then(`,
      )
      .join(),
    'site.js': 'e.s(["Site",0,a])',
    'gateway.js': 'e.s(["createGateway",0,a])',
    'ja.js': 'e.s(["ja",0,a])',
    'en.js': 'e.s(["en",0,a])',
    'shared.js': 's()',
    'arithmetic.js': 'a()',
  }
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(out, '_next', name), text)
  const changed = () =>
    Object.entries(scripts).flatMap(([name, text]) => {
      const now = readFileSync(join(out, '_next', name), 'utf8')
      return now === text ? [] : [[name, now.replace(text, '')]]
    })
  writeFileSync(join(out, 'index.html'), pageWith('/_next/first.js'))
  const hint = '//# allFunctionsCalledOnLoad\n'
  const early = [
    ['gateway.js', hint],
    ['arithmetic.js', hint],
  ]
  sealSite(out, [])
  expect(changed()).toEqual(early)
  sealSite(out, [])
  expect(changed()).toEqual(early)
})

test('the scripts that a page may load are of its own build, with its basePath', () => {
  const folderIn = (address: string) => {
    writeFileSync(join(out, 'index.html'), pageWith(address))
    sealSite(out, [])
    return readFileSync(join(out, 'index.html'), 'utf8').match(/startsWith\("([^"]*)"\)/)?.[1]
  }
  expect(folderIn('/_next/static/a.js')).toBe('/_next/static/')
  expect(folderIn('/app/_next/static/a.js')).toBe('/app/_next/static/')
})

test('the basePath of a build is read from its pages', () => {
  expect(basePathOf(pageWith('/_next/static/a.js'))).toBe('')
  expect(basePathOf(pageWith('/app/_next/static/a.js'))).toBe('/app')
  expect(basePathOf(pageWith('/team/app/_next/static/a.js'))).toBe('/team/app')
})

test('a page speaks to the user pool of its region, its domain and its API', () => {
  expect(
    connectionsOf({
      NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
      NEXT_PUBLIC_AWS_COGNITO_DOMAIN: 'auth.example.com',
      NEXT_PUBLIC_API_URL: 'https://api.example.com/v1/',
    }),
  ).toEqual([
    'https://cognito-idp.ap-northeast-1.amazonaws.com',
    'https://auth.example.com',
    'https://api.example.com',
  ])
  expect(connectionsOf({ NEXT_PUBLIC_AWS_COGNITO_REGION: 'cn-north-1', NEXT_PUBLIC_API_URL: '' })).toEqual([
    'https://cognito-idp.cn-north-1.amazonaws.com.cn',
  ])
})

test('with the local user pool it speaks to that alone', () => {
  expect(
    connectionsOf({
      NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
      NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: 'http://localhost:9339',
    }),
  ).toEqual(['http://localhost:9339'])
})
