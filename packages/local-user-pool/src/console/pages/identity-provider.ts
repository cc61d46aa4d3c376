import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { Claims } from '../../domain/federated-users.ts'
import { identitiesOf } from '../../domain/linked-identities.ts'
import type { UserPool } from '../../domain/user-pools.ts'
import type { User } from '../../domain/users.ts'
import { standInCode } from '../../federation/stand-in.ts'
import { findAttempt } from '../../federation/under-way.ts'
import type { Local } from '../local.ts'
import { alert, answer, field, formOf, languageOf, type Markup, type Texts } from './layout.ts'

const texts = {
  ja: {
    title: (provider: string) => `${provider} の代わり`,
    about: (provider: string, app: string) =>
      `ここは本物の ${provider} ではありません。手元のユーザープールが代わりに表示しています。${app} に誰として戻るかを選んでください。`,
    again: '前に戻った人',
    comeBack: (who: string) => `${who} として戻る`,
    somebody: '別の人',
    sub: 'プロバイダーでの ID（sub）',
    email: 'メールアドレス',
    name: '名前',
    more: 'ほかのクレーム（JSON、任意）',
    go: 'この人として戻る',
    cancel: 'キャンセルして戻る',
    over: 'このサインインはすでに終わっています。アプリからもう一度始めてください。',
    wrong: 'クレームは JSON のオブジェクトで、ID は空でない文字列で入力してください。',
  },
  en: {
    title: (provider: string) => `In the place of ${provider}`,
    about: (provider: string, app: string) =>
      `This is not the real ${provider}: the local user pool stands in for it. Choose who comes back to ${app}.`,
    again: 'People who came back before',
    comeBack: (who: string) => `Come back as ${who}`,
    somebody: 'Somebody else',
    sub: 'Who they are at the provider (sub)',
    email: 'E-mail address',
    name: 'Name',
    more: 'More claims (JSON, optional)',
    go: 'Come back as this person',
    cancel: 'Cancel and go back',
    over: 'This sign-in is over already. Begin it anew in the app.',
    wrong: 'The claims have to be a JSON object, and sub a text that is not empty.',
  },
} satisfies Texts<unknown>

const longestForm = 64 * 1024

/** The page in the place of an identity provider that cannot be asked from a machine of one's own. */
export function identityProviderPage({ context }: Local): Hono {
  const app = new Hono()

  const shown = (c: Context, problem?: string) => {
    const text = texts[languageOf(c)]
    const found = findAttempt(context, c.req.query('state') ?? '')
    if (!found) return answer(c, { main: html`<p>${text.over}</p>` }, 404)
    const { providerName, client, attempt, returnsTo } = found
    const pool = context.pools.get(client.UserPoolId)
    const cancelled = `${attempt.redirectUri}?${new URLSearchParams({ error: 'access_denied', state: attempt.state })}`
    const known = peopleOf(context, pool, providerName)
    const main = html`<p class="about">${text.about(providerName, client.ClientName ?? client.ClientId)}</p>
${known.length > 0 ? html`<h2>${text.again}</h2>` : ''}
${known.map(
  ({ who, sub, claims }) => html`<form method="post">
<input type="hidden" name="sub" value="${sub}"><input type="hidden" name="more" value="${JSON.stringify(claims)}">
<button>${text.comeBack(who)}</button>
</form>`,
)}
<h2 id="somebody">${text.somebody}</h2>
<form method="post" aria-labelledby="somebody">
${alert(problem)}
${input(text.sub, 'sub', String(known.length + 1))}
${input(text.email, 'email', '')}
${input(text.name, 'name', '')}
<p><label>${text.more}<textarea name="more" spellcheck="false" placeholder="{ &quot;email_verified&quot;: true }"></textarea></label></p>
<p><button>${text.go}</button></p>
</form>
<p><a href="${cancelled}">${text.cancel}</a></p>`
    const page = { title: text.title(providerName), main, ...(returnsTo && { leadsTo: returnsTo }) }
    return answer(c, page, problem === undefined ? 200 : 400)
  }

  app.get('/', (c) => shown(c))
  const wrong = (c: Context) => shown(c, texts[languageOf(c)].wrong)
  app.post('/', bodyLimit({ maxSize: longestForm, onError: wrong }), async (c) => {
    const found = findAttempt(context, c.req.query('state') ?? '')
    const claims = claimsOf(await formOf(c))
    if (!found || !claims) return wrong(c)
    const { client, providerName, attempt } = found
    const code = standInCode(context, client, { providerName, claims })
    return c.redirect(`${attempt.redirectUri}?${new URLSearchParams({ code, state: attempt.state })}`, 303)
  })
  return app
}

/** Who came back from that provider before. */
function peopleOf({ users, identityProviders }: Local['context'], pool: UserPool, providerName: string) {
  const { AttributeMapping = {} } = identityProviders.find(pool, providerName) ?? {}
  return users.list(pool, '', 1000).flatMap((user) => {
    const sub = subjectAt(user, providerName)
    if (sub === undefined) return []
    const { attributes } = user
    const claims = Object.entries(AttributeMapping).flatMap(([name, claim = '']) =>
      name === 'username' || attributes[name] === undefined ? [] : [[claim, attributes[name]] as const],
    )
    return [{ who: attributes.name ?? attributes.email ?? sub, sub, claims: Object.fromEntries(claims) }]
  })
}

function subjectAt({ attributes }: User, provider: string): string | undefined {
  return identitiesOf(attributes).find(
    ({ providerName, claim }) => providerName === provider && claim === undefined,
  )?.userId
}

const input = (label: string, name: string, value: string): Markup =>
  html`<p><label>${label}<input name="${name}" value="${value}" autocomplete="off" spellcheck="false"></label></p>`

function claimsOf(form: Readonly<Record<string, unknown>>): Claims | undefined {
  const [sub, email, name, more] = ['sub', 'email', 'name', 'more'].map((member) => field(form, member))
  if (!sub) return undefined
  const typed = { ...(email && { email }), ...(name && { name }) }
  try {
    const others: unknown = JSON.parse(more || '{}')
    if (typeof others !== 'object' || others === null || Array.isArray(others)) return undefined
    return { ...others, ...typed, sub }
  } catch {
    return undefined
  }
}
