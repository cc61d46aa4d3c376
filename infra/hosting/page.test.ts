import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sealPage } from './page.ts'

const files: Record<string, string> = { '/a.js': 'a()', '/b.js': 'b()', '/c.css': 'p{}' }
const read = (address: string) => (files[address] === undefined ? undefined : Buffer.from(files[address]))
const seal = (html: string, connections: string[] = []) =>
  sealPage(html, { connections, scripts: '/_next/static/', read })
const trust = (html: string) => html.match(/<script data-trust="">(.*?)<\/script>/)?.[1] ?? ''
const policyOf = (html: string) =>
  html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1]
const hash = (algorithm: string, text: string) =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`

const page = `<!DOCTYPE html><html><head><meta charSet="utf-8"/><link rel="stylesheet" href="/c.css" data-precedence="next"/><link rel="preload" as="script" fetchPriority="low" href="/b.js"/><script src="/a.js" async=""></script><link rel="icon" href="/icon.svg"/></head><body><p>ログイン</p><script id="_R_">first()</script><script src="/b.js" noModule=""></script><script>second("花子")</script></body></html>`

test('a page says which of its inline scripts may run, and nothing else that is inline', () => {
  const policy = policyOf(seal(page)) ?? ''
  const inline = [trust(seal(page)), 'first()', 'second("花子")']
  expect(policy).toContain(
    `script-src 'self' ${inline.map((script) => `'${hash('sha256', script)}'`).join(' ')};`,
  )
  expect(policy).not.toMatch(/unsafe|\*|http/)
})

test('the policy comes before what it is about, after the encoding', () => {
  expect(seal(page)).toMatch(
    /<head><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy"[^>]*><script data-trust="">[^<]*<\/script><link/,
  )
  expect(seal('<head><title>x</title></head>')).toMatch(/<head><meta http-equiv="Content-Security-Policy"/)
})

test('Trusted Types let in addresses of the folder of scripts, and nothing else', () => {
  const sealed = seal(page)
  expect(policyOf(sealed)).toContain("; require-trusted-types-for 'script'; trusted-types default")
  expect(trust(sealed)).toContain('"/_next/static/"')
  expect(trust(sealed)).not.toMatch(/createHTML|createScript[^U]/)
})

test('a page may speak to its own origin and to those it is told', () => {
  expect(policyOf(seal(page))).toContain("connect-src 'self';")
  const to = ['https://cognito-idp.ap-northeast-1.amazonaws.com', 'https://api.example.com']
  expect(policyOf(seal(page, to))).toContain(`connect-src 'self' ${to.join(' ')};`)
})

test('scripts, style sheets and their preloads carry the hash of what they must be', () => {
  const sealed = seal(page)
  expect(sealed).toContain(`<script src="/a.js" async="" integrity="${hash('sha384', 'a()')}"></script>`)
  expect(sealed).toContain(`href="/c.css" data-precedence="next" integrity="${hash('sha384', 'p{}')}"/>`)
  expect(sealed.split(hash('sha384', 'b()'))).toHaveLength(3)
  expect(sealed).toContain('<link rel="icon" href="/icon.svg"/>')
})

test('what is not of the site is left alone', () => {
  const elsewhere = '<head><script src="https://example.com/x.js"></script></head>'
  expect(seal(elsewhere)).toContain('<script src="https://example.com/x.js"></script>')
})

test('a page that is sealed again is as if it had been sealed once', () => {
  const once = seal(page, ['https://old.example.com'])
  expect(seal(once, ['https://new.example.com'])).toBe(seal(page, ['https://new.example.com']))
  expect(once.match(/data-trust/g)).toHaveLength(1)
})

test('a page that fetches scripts late asks for them in an inline script that it allows itself', () => {
  const imports = ['Site', 'createGateway', 'ja', 'en'].map(
    (name, id) => `Promise.all(["c/${name}.js"].map(e=>t.l(e))).then(()=>e(${id}))`,
  )
  const fetching = (html: string) =>
    sealPage(html, {
      connections: [],
      scripts: '/_next/static/',
      read: (address) => {
        const [, name] = /^\/_next\/c\/(.+)\.js$/.exec(address) ?? []
        return Buffer.from(name ? `e.s(["${name}",0,a])` : imports.join())
      },
    })
  const once = fetching('<head><script src="/_next/first.js"></script></head>')
  const [, early = ''] = once.match(/<script data-early="">([\s\S]*?)<\/script>/) ?? []
  expect(early).toContain('/_next/c/Site.js')
  expect(policyOf(once)).toContain(`'${hash('sha256', early)}'`)
  expect(fetching(once)).toBe(once)
})

test.each(['<p style="color:red">', '<style>p{}</style>', '<body onload="x()">', '<svg onload="x()">'])(
  'a page with %s is refused, by what is in it',
  (inline) => {
    expect(() => seal(`<head></head>${inline}`)).toThrow(inline.slice(0, 6))
  },
)

test('what only looks so inside a script is no reason to refuse', () => {
  expect(() => seal(`<head></head><script>x('<p style="a" onload="b">')</script>`)).not.toThrow()
})

test('a page without a head is refused', () => {
  expect(() => seal('<p>hello</p>')).toThrow('no <head>')
})
