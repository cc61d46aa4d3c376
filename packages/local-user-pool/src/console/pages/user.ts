import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { factorsOf } from '../../domain/first-factors.ts'
import type { UserPool } from '../../domain/user-pools.ts'
import type { User } from '../../domain/users.ts'
import type { Local } from '../local.ts'
import {
  alert,
  answer,
  field,
  formOf,
  type Language,
  languageOf,
  type Markup,
  type Texts,
  time,
} from './layout.ts'

const texts = {
  ja: {
    statuses: {
      UNCONFIRMED: '確認待ち',
      CONFIRMED: '確認済み',
      FORCE_CHANGE_PASSWORD: '仮パスワード',
      RESET_REQUIRED: 'パスワードの再設定が必要',
    } as Readonly<Record<string, string>>,
    disabled: '無効',
    missing: 'ユーザーが見つかりません。',
    back: 'ユーザー一覧',
    state: '状態',
    actions: {
      confirm: '確認済みにする',
      disable: '無効にする',
      enable: '有効にする',
      expire: '仮パスワードを期限切れにする',
      reset: 'パスワードを期限切れにする（再設定のコードを送る）',
    },
    attributes: '属性',
    groups: 'グループ',
    factors: '認証要素',
    first: '最初の要素（選択式のログイン）',
    second: '二つ目の要素',
    passkeys: 'パスキー',
    devices: '端末',
    none: 'なし',
    made: '作成',
    changed: '更新',
    ends: '仮パスワードの期限',
  },
  en: {
    statuses: {
      UNCONFIRMED: 'Not confirmed',
      CONFIRMED: 'Confirmed',
      FORCE_CHANGE_PASSWORD: 'Temporary password',
      RESET_REQUIRED: 'Has to choose a new password',
    } as Readonly<Record<string, string>>,
    disabled: 'Disabled',
    missing: 'There is no such user.',
    back: 'All users',
    state: 'State',
    actions: {
      confirm: 'Confirm',
      disable: 'Disable',
      enable: 'Enable',
      expire: 'Let the temporary password expire',
      reset: 'Let the password expire (sends a code for a new one)',
    },
    attributes: 'Attributes',
    groups: 'Groups',
    factors: 'Factors',
    first: 'First (choice-based sign-in)',
    second: 'Second',
    passkeys: 'Passkeys',
    devices: 'Devices',
    none: 'none',
    made: 'Created',
    changed: 'Changed',
    ends: 'Temporary password ends',
  },
} satisfies Texts<object>

type Action = keyof (typeof texts)['en']['actions']

/** The operation that an action of the page is; the one that is none, Cognito has not. */
const operations: Readonly<Record<Exclude<Action, 'expire'>, string>> = {
  confirm: 'AdminConfirmSignUp',
  disable: 'AdminDisableUser',
  enable: 'AdminEnableUser',
  reset: 'AdminResetUserPassword',
}

/** Where a user stands, in words. */
export function status({ enabled, status }: User, lang: Language): string {
  const text = texts[lang]
  const words = text.statuses[status] ?? status
  return enabled ? words : `${words} · ${text.disabled}`
}

/** One user: state, attributes, groups and factors, and what can be done to them. */
export function userPage({ context, call }: Local): Hono {
  const { pools, users, world } = context
  const app = new Hono()

  const named = (c: Context) => {
    const { pool: poolId = '', user: username = '' } = c.req.param() as Readonly<Record<string, string>>
    const pool = pools.has(poolId) ? pools.get(poolId) : undefined
    const user = pool && users.find(pool, username)
    return pool && user ? { pool, user } : undefined
  }

  const shown = (c: Context, problem?: string) => {
    const lang = languageOf(c)
    const text = texts[lang]
    const found = named(c)
    if (!found) return answer(c, { name: 'users', main: html`<p>${text.missing}</p>` }, 404)
    const { pool, user } = found
    const main = html`<p><a href="/_local/users?pool=${pool.Id}">${text.back}</a></p>
${alert(problem)}
${described(context, pool, user, lang)}
<form method="post" class="row">
${actionsFor(user).map((action) => html`<button name="action" value="${action}">${text.actions[action]}</button>`)}
</form>
<h2>${text.attributes}</h2>
<dl>${Object.entries(user.attributes).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
    const { email, phone_number } = user.attributes
    return answer(
      c,
      { name: 'users', title: email ?? phone_number ?? user.username, main },
      problem === undefined ? 200 : 400,
    )
  }

  app.get('/:pool/:user', (c) => shown(c))
  app.post('/:pool/:user', async (c) => {
    const found = named(c)
    const action = field(await formOf(c), 'action')
    if (!found || !isAction(action)) return shown(c)
    if (action === 'expire') {
      users.change(found.pool, found.user, { passwordExpiresAt: world.clock() })
    } else {
      const { poolId: UserPoolId, username: Username } = found.user
      const response = await call(operations[action], { UserPoolId, Username })
      const { message } = (await response.json()) as { message?: string }
      if (response.status !== 200) return shown(c, message)
    }
    return c.redirect(new URL(c.req.url).pathname, 303)
  })
  return app
}

const isAction = (name: string): name is Action => Object.hasOwn(texts.en.actions, name)

/** What makes sense for a user as they stand. */
function actionsFor({ enabled, status }: User): Action[] {
  const own: Readonly<Record<string, Action[]>> = {
    UNCONFIRMED: ['confirm'],
    FORCE_CHANGE_PASSWORD: ['expire'],
    CONFIRMED: ['reset'],
  }
  return [...(own[status] ?? []), enabled ? 'disable' : 'enable']
}

function described(context: Local['context'], pool: UserPool, user: User, lang: Language): Markup {
  const text = texts[lang]
  const list = (names: readonly string[]) => (names.length === 0 ? text.none : names.join(', '))
  const groups = context.groups.ofUser(user, '', 100).map(({ GroupName = '' }) => GroupName)
  const passkeys = context.passkeys.list(user).map(({ name }) => name)
  const devices = context.devices.list(user, '', 60).map(({ name, key }) => name ?? key)
  return html`<dl>
<dt>${text.state}</dt><dd>${status(user, lang)}</dd>
<dt>${text.groups}</dt><dd>${list(groups)}</dd>
<dt>${text.first}</dt><dd>${list(factorsOf({ context, pool }, user))}</dd>
<dt>${text.second}</dt><dd>${list(user.factors.enabled)}</dd>
<dt>${text.passkeys}</dt><dd>${list(passkeys)}</dd>
<dt>${text.devices}</dt><dd>${list(devices)}</dd>
${user.passwordExpiresAt === null ? '' : html`<dt>${text.ends}</dt><dd>${time(user.passwordExpiresAt, lang)}</dd>`}
<dt>${text.made}</dt><dd>${time(user.createdAt, lang)}</dd>
<dt>${text.changed}</dt><dd>${time(user.modifiedAt, lang)}</dd>
</dl>`
}
