import { expect, test } from 'vitest'
import { askEarly, lateScriptsOf } from './late-scripts.ts'

const chunk = (rest: string) => `(globalThis.TURBOPACK||(globalThis.TURBOPACK=[])).push([0,${rest}])`
const importOf = (id: number, ...files: string[]) =>
  `1${id},t=>{t.v(e=>Promise.all(${JSON.stringify(files)}.map(e=>t.l(e))).then(()=>e(${id})))}`
const files: Record<string, string> = {
  'entrance.js': chunk(
    [
      importOf(1, 'c/site.js', 'c/shared.js'),
      importOf(2, 'c/gateway.js', 'c/shared.js'),
      importOf(3, 'c/ja.js'),
      importOf(4, 'c/en.js'),
      importOf(5, 'c/other.js'),
    ].join(),
  ),
  'c/site.js': chunk('1,e=>{e.s(["Site",0,function(){}],1)}'),
  'c/gateway.js': chunk('2,e=>{e.s(["createGateway",0,a],2)}'),
  'c/ja.js': chunk('3,e=>{e.s(["ja",0,{}])}'),
  'c/en.js': chunk('4,e=>{e.s(["en",0,{}])}'),
  'c/other.js': chunk('5,e=>{e.s(["Other",0,{}])}'),
  'c/shared.js': chunk(''),
}
const page = (base = '') =>
  `<head><script src="${base}/_next/c/first.js"></script><script src="${base}/_next/entrance.js" async=""></script></head>`
const readUnder = (base: string) => (address: string) =>
  address.startsWith(`${base}/_next/`) ? files[address.slice(`${base}/_next/`.length)] : undefined

test.each(['', '/app'])('what a page under "%s" fetches late is found by what it exports', (base) => {
  const at = (name: string) => `${base}/_next/c/${name}.js`
  expect(lateScriptsOf(page(base), readUnder(base))).toEqual({
    always: [at('site'), at('shared')],
    signedIn: [at('gateway'), at('shared')],
    languages: { ja: [at('ja')], en: [at('en')] },
  })
})

test('a page that fetches nothing late, or not all of it, is left as it is', () => {
  expect(lateScriptsOf('<head></head>', readUnder(''))).toBeUndefined()
  const withoutGateway = (address: string) => readUnder('')(address)?.replace('createGateway', 'a')
  expect(lateScriptsOf(page(), withoutGateway)).toBeUndefined()
})

const late = {
  always: ['/site.js'],
  signedIn: ['/gateway.js'],
  languages: { ja: ['/ja.js'], en: ['/en.js'] },
}

/** Runs the script of the page as a browser with these preferences and stored keys; answers what it asks for. */
function askedBy(languages: readonly string[], stored: Record<string, string> = {}, isRefused = false) {
  const asked: string[] = []
  const local = Object.defineProperty({ ...stored }, 'getItem', {
    value: (key: string) => stored[key] ?? null,
  })
  const run = new Function('document', 'navigator', 'storage', `with(storage){${askEarly(late)}}`)
  const document = {
    createElement: () => ({}),
    head: { append: ({ href }: { href: string }) => asked.push(href) },
  }
  const storage = isRefused
    ? Object.defineProperty({}, 'localStorage', {
        get() {
          throw new Error('refused')
        },
      })
    : { localStorage: local, sessionStorage: {} }
  run(document, { languages }, storage)
  return asked
}

test('the page asks for the texts in the language that was chosen, else the browser’s, else English', () => {
  expect(askedBy(['fr-FR', 'ja-JP', 'en'])).toEqual(['/site.js', '/ja.js'])
  expect(askedBy(['ja'], { 'genkan.language': 'en' })).toEqual(['/site.js', '/en.js'])
  expect(askedBy(['de-AT'], { 'genkan.language': 'tlh' })).toEqual(['/site.js', '/en.js'])
})

test('the page asks for Amplify where somebody is probably signed in', () => {
  const asked = askedBy(['en'], { 'CognitoIdentityServiceProvider.abc.LastAuthUser': 'hanako' })
  expect(asked).toEqual(['/site.js', '/en.js', '/gateway.js'])
})

test('a browser that refuses its storage asks for what everybody needs', () => {
  expect(askedBy(['ja'], {}, true)).toEqual(['/site.js'])
})
