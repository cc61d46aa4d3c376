import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { UserPool } from '../../domain/user-pools.ts'
import type { User } from '../../domain/users.ts'
import type { Local } from '../local.ts'
import { alert, answer, field, formOf, languageOf, type Markup, type Texts } from './layout.ts'
import { status } from './user.ts'

const texts = {
  ja: {
    about: 'ユーザープールのユーザーです。名前を選ぶと、属性・グループ・認証要素を表示します。',
    pools: 'ユーザープール',
    none: 'ユーザープールがありません。',
    empty: 'ユーザーがいません。',
    next: '次のページ',
    create: 'ユーザーを作成',
    login: {
      email: 'メールアドレス',
      phone_number: '電話番号',
      either: 'メールアドレスまたは電話番号',
      free: 'ユーザー名',
    },
    email: 'メールアドレス（任意）',
    password: '仮パスワード（空欄は自動。コードでログインするプールではなし）',
  },
  en: {
    about: 'The users of a user pool. Choose one to see attributes, groups and factors.',
    pools: 'User pools',
    none: 'There is no user pool.',
    empty: 'There is no user.',
    next: 'Next page',
    create: 'Create a user',
    login: {
      email: 'E-mail address',
      phone_number: 'Phone number',
      either: 'E-mail address or phone number',
      free: 'Username',
    },
    email: 'E-mail address (optional)',
    password: 'Temporary password (empty: a new one, or none where people sign in by codes)',
  },
} satisfies Texts<object>

const perPage = 50

/** The users of a pool, and a form that makes one. */
export function usersPage({ context: { pools, users }, call }: Local): Hono {
  const app = new Hono()

  const shown = (c: Context, pool: UserPool | undefined, problem?: string) => {
    const text = texts[languageOf(c)]
    if (!pool) return answer(c, { name: 'users', main: html`<p>${text.none}</p>` })
    const listed = users.list(pool, c.req.query('after') ?? '', perPage + 1)
    const visible = listed.slice(0, perPage)
    const more = listed.length > perPage ? visible.at(-1) : undefined
    const main = html`<p class="about">${text.about}</p>
${choice(pools.list('', 60), pool, text.pools)}
${visible.length === 0 ? html`<p>${text.empty}</p>` : ''}
<ul class="items">
${visible.map((user) => entry(c, user))}
</ul>
${more ? html`<p><a href="?pool=${pool.Id}&amp;after=${encodeURIComponent(more.username)}">${text.next}</a></p>` : ''}
<h2 id="create">${text.create}</h2>
<form method="post" aria-labelledby="create">
${alert(problem)}
<input type="hidden" name="pool" value="${pool.Id}">
<p><label>${text.login[loginOf(pool)]}<input name="username" required autocomplete="off" spellcheck="false"></label></p>
${loginOf(pool) === 'free' ? html`<p><label>${text.email}<input name="email" type="email" autocomplete="off"></label></p>` : ''}
<p><label>${text.password}<input name="password" autocomplete="off" spellcheck="false"></label></p>
<p><button>${text.create}</button></p>
</form>`
    return answer(c, { name: 'users', main }, problem === undefined ? 200 : 400)
  }

  app.get('/', (c) => {
    const id = c.req.query('pool')
    return shown(c, id !== undefined && pools.has(id) ? pools.get(id) : pools.list('', 1)[0])
  })
  app.post('/', async (c) => {
    const form = await formOf(c)
    const [UserPoolId, Username, email, password] = ['pool', 'username', 'email', 'password'].map((name) =>
      field(form, name),
    )
    const response = await call('AdminCreateUser', {
      UserPoolId,
      Username,
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: email ? [{ Name: 'email', Value: email }] : [],
      ...(password && { TemporaryPassword: password }),
    })
    const { User, message } = (await response.json()) as { User?: { Username?: string }; message?: string }
    if (User) return c.redirect(addressOf({ poolId: UserPoolId ?? '', username: User.Username ?? '' }), 303)
    return shown(c, pools.has(UserPoolId ?? '') ? pools.get(UserPoolId ?? '') : undefined, message)
  })
  return app
}

/** Links to all pools, where there are several. */
function choice(all: readonly UserPool[], { Id: current, Name: name }: UserPool, label: string): Markup {
  if (all.length < 2) return html`<p class="quiet">${label}: ${name} (${current})</p>`
  const links = all.map(
    ({ Id, Name }) =>
      html`<li><a href="?pool=${Id}"${Id === current ? html` aria-current="true"` : ''}>${Name}</a></li>`,
  )
  return html`<nav aria-label="${label}"><ul>${links}</ul></nav>`
}

function entry(c: Context, user: User): Markup {
  const { email, phone_number, name } = user.attributes
  const others = [name, email ? phone_number : undefined].filter(Boolean)
  return html`<li>
<p class="kind"><a href="${addressOf(user)}">${email ?? phone_number ?? user.username}</a></p>
<p class="to">${[status(user, languageOf(c)), ...others].join(' · ')}</p>
</li>`
}

const addressOf = ({ poolId, username }: Pick<User, 'poolId' | 'username'>) =>
  `/_local/users/${encodeURIComponent(poolId)}/${encodeURIComponent(username)}`

/** What people of the pool sign in with. */
function loginOf({ UsernameAttributes = [] }: UserPool): 'email' | 'phone_number' | 'either' | 'free' {
  const [first, second] = UsernameAttributes
  return second ? 'either' : (first ?? 'free')
}
