import type { Endpoint } from '../oauth2/endpoint.ts'

const asset = (path: string, type: string, text: string): Endpoint => ({
  path,
  methods: ['GET'],
  isAsset: true,
  handle: (c) =>
    c.body(text, 200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    }),
})

/** How the pages look. */
export const style = asset(
  '/managed-login/page.css',
  'text/css',
  `
:root { color-scheme: light dark; font: 1rem/1.7 system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif;
  --line: light-dark(#d9d6d0, #3b3a38); --quiet: light-dark(#5f5b55, #aeaaa3); --edge: light-dark(#86817a, #8d8981);
  --link: light-dark(#14519c, #9cc2ff); --bad: light-dark(#a3201b, #ff9d96); --good: light-dark(#1c6531, #8fd7a3);
  --surface: light-dark(#fff, #201f1c) }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; padding: clamp(1rem, 8vh, 5rem) 1rem 2rem; background: light-dark(#faf9f7, #171614);
  color: light-dark(#211f1c, #f0eeea); overflow-wrap: anywhere; line-break: strict }
main, footer { max-width: 27rem; margin: 0 auto }
main { padding: clamp(1.25rem, 6vw, 2rem); border: 1px solid var(--line); border-radius: .75rem; background: var(--surface) }
footer { padding: 1rem .25rem; color: var(--quiet); font-size: .875rem } footer p { margin: .25rem 0 }
a { color: var(--link); text-underline-offset: .2em }
h1 { font-size: 1.5rem; line-height: 1.4; margin: 0 0 1rem; word-break: auto-phrase } h2 { font-size: 1rem; margin: 1.5rem 0 .25rem }
p { margin: 0 0 1rem } .who { font-weight: 600; overflow-wrap: anywhere } .brand { margin: 0 0 .25rem; color: var(--quiet); font-weight: 600 }
.problem, .notice { padding: .625rem .875rem; border-inline-start: 4px solid; border-radius: .25rem }
.problem { color: var(--bad); background: light-dark(#fcf0ee, #33211f) } .notice { color: var(--good); background: light-dark(#edf5ef, #1c2c23) }
.field { margin: 0 0 1.25rem } label { display: block; margin-bottom: .25rem; font-weight: 600 }
.hint { margin-top: .375rem; color: var(--quiet); font-size: .875rem } .hint ul { margin: 0; padding-inline-start: 1.25rem }
input, button { font: inherit; color: inherit; width: 100%; min-height: 2.75rem; border: 1px solid var(--edge); border-radius: .5rem;
  padding: .375rem .75rem; background: var(--surface) }
input[aria-invalid] { border-color: var(--bad) }
input[autocomplete=one-time-code] { font-size: 1.25rem; letter-spacing: .1em }
button { cursor: pointer; margin-top: .75rem; border-color: transparent; background: light-dark(#14519c, #9cc2ff); color: light-dark(#fff, #10161f); font-weight: 600 }
button:hover { background: light-dark(#0f3f7a, #b9d3ff) }
button.quiet { border-color: var(--edge); background: transparent; color: var(--link); font-weight: 400 }
button.quiet:hover { background: light-dark(#efece6, #2a2825) }
:focus-visible { outline: 3px solid light-dark(#1a5fb4, #8ab8ff); outline-offset: 2px }
.providers { list-style: none; margin: 0 0 1.5rem; padding: 0 } .providers a { display: block; margin-top: .5rem; padding: .5rem 1rem; text-align: center; color: inherit; text-decoration: none; border: 1px solid var(--edge); border-radius: .5rem }
.providers a:hover { text-decoration: underline }
.links { list-style: none; margin: 1.5rem 0 0; padding: 0 } .links a { display: inline-block; padding: .25rem 0 }
ol { padding-inline-start: 1.25rem } ol li { margin-bottom: 1rem }
.qr { display: block; width: 13rem; max-width: 100%; margin: .75rem 0; background: #fff; border-radius: .25rem } .qr path { fill: #000 }
.secret { font: 600 1rem/1.6 ui-monospace, monospace } code { font-family: ui-monospace, monospace }
dt { font-weight: 600 } dd { margin: 0 0 1rem }
@media (forced-colors: active) { .problem, .notice { border: 1px solid } }
`,
)

/** What the page of a passkey does beside what HTML does: it has the browser sign, and sends what comes of it. */
export const script = asset(
  '/managed-login/passkey.js',
  'text/javascript',
  `
const button = document.getElementById('passkey')
const problem = document.getElementById('passkey-problem')

function say(text) {
  problem.textContent = text
  problem.hidden = false
}

const canSign = typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'
if (!canSign) say(button.dataset.unsupported)

button.addEventListener('click', async () => {
  problem.hidden = true
  button.disabled = true
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(button.dataset.options))
    const credential = await navigator.credentials.get({ publicKey })
    button.form.elements.credential.value = JSON.stringify(credential.toJSON())
    button.form.submit()
  } catch {
    // A browser does not say why: somebody said no, took too long, or has no passkey here.
    say(canSign ? button.dataset.canceled : button.dataset.unsupported)
    button.disabled = false
    button.focus()
  }
})
`,
)
