/**
 * What the pages do beside what HTML does: copy at a click, and show what arrives. New items are put before those that
 * are there, so nobody loses the place where they are.
 */
export const script = `
const { copied, arrived, live, latest } = document.body.dataset
const status = document.getElementById('status')

document.addEventListener('click', async ({ target }) => {
  const text = target.dataset?.copy
  if (text === undefined) return
  await navigator.clipboard.writeText(text)
  status.textContent = copied
})

const pause = () => new Promise((resolve) => setTimeout(resolve, 2000))

async function follow(list, seen) {
  let wasAway = false
  while (true) {
    try {
      const headers = { accept: 'application/json' }
      const { items } = await (await fetch(live + '?wait=25&after=' + seen, { headers })).json()
      // A pool that has begun anew counts anew.
      if (wasAway) return location.reload()
      if (items.length === 0) continue
      const text = await (await fetch(location.href, { headers: { accept: 'text/html' } })).text()
      const page = new DOMParser().parseFromString(text, 'text/html')
      const fresh = [...page.querySelectorAll('#live > [data-id]')].filter(({ dataset }) => dataset.id > seen)
      list.prepend(...fresh)
      document.querySelector('.empty')?.remove()
      status.textContent = arrived
      seen = items[0].id
    } catch {
      wasAway = true
      await pause()
    }
  }
}

if (live) follow(document.getElementById('live'), Number(latest))
`

export const style = `
:root { color-scheme: light dark; font: 1rem/1.7 system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif;
  --line: light-dark(#d9d6d0, #3b3a38); --quiet: light-dark(#5f5b55, #aeaaa3); --edge: light-dark(#86817a, #8d8981);
  --link: light-dark(#14519c, #9cc2ff); --bad: light-dark(#a3201b, #ff9d96); --good: light-dark(#1c6531, #8fd7a3) }
* { box-sizing: border-box }
body { margin: 0; background: light-dark(#faf9f7, #171614); color: light-dark(#211f1c, #f0eeea) }
header { border-bottom: 1px solid var(--line) }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; max-width: 44rem; margin: 0 auto; padding: .25rem 1rem }
nav a { display: block; padding: .5rem 0; color: var(--quiet); text-decoration: none }
nav a:hover { text-decoration: underline }
nav a[aria-current] { color: inherit; font-weight: 600; box-shadow: inset 0 -2px currentColor }
.language { margin-left: auto }
.skip { position: absolute; left: -100vw } .skip:focus { position: static; display: block; padding: .5rem 1rem }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
main:focus { outline: none }
a { color: var(--link) }
h1 { font-size: 1.5rem; line-height: 1.4; margin: 0; overflow-wrap: anywhere }
h2 { font-size: 1.125rem; margin: 2.5rem 0 .25rem }
p, dl { margin: .5rem 0 } .about, .quiet { color: var(--quiet) }
#status:empty { display: none }
.items { list-style: none; padding: 0; margin: 1.5rem 0 0 }
.items > li { padding: 1rem 0; border-top: 1px solid var(--line) } .items > li p { margin: 0 }
.kind { font-weight: 600; overflow-wrap: anywhere }
.subject, .words { overflow-wrap: anywhere } .words { white-space: pre-line }
.secret code { font: 600 1.5rem/1.6 ui-monospace, monospace; letter-spacing: .06em; overflow-wrap: anywhere }
.to { color: var(--quiet); overflow-wrap: anywhere } .part { display: inline-block; white-space: pre-wrap }
.good { color: var(--good) } .bad, .alert { color: var(--bad) } .alert { font-weight: 600 }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1.5rem }
dt { color: var(--quiet); overflow-wrap: anywhere } dd { margin: 0; overflow-wrap: anywhere; min-width: 0 }
form { margin: 1rem 0 } form p { margin: .75rem 0 }
form.row { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 }
label { display: block } label .hint { color: var(--quiet) }
input, select, textarea, button { font: inherit; color: inherit; min-height: 2.5rem; border: 1px solid var(--edge);
  border-radius: .5rem; background: transparent; padding: .25rem .75rem; max-width: 100% }
input, select, textarea { display: block; width: 24rem; background: light-dark(#fff, #201f1c) }
select option { background: light-dark(#fff, #201f1c) }
input[type=number] { width: 10rem }
textarea { width: 100%; min-height: 8rem; font-family: ui-monospace, monospace; overflow-wrap: anywhere }
button { cursor: pointer; padding: .25rem 1rem } .secret button { margin-left: .5rem }
button:hover { background: light-dark(#efece6, #2a2825) }
:focus-visible { outline: 3px solid light-dark(#1a5fb4, #8ab8ff); outline-offset: 2px }
@media (max-width: 30rem) { h1 { font-size: 1.25rem } dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem } }
`
