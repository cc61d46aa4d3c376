import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Inspection, inspectToken } from '../../domain/token-inspection.ts'
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
    about:
      'ID トークンまたはアクセストークンを貼り付けると、中身を表示し、このプールの鍵で署名を検証します。トークンは URL にもログにも残りません。',
    token: 'トークン',
    read: '読み取る',
    none: 'これは JWT ではありません。リフレッシュトークンは読み取れません。',
    signatures: {
      signed: '署名は正しい：このプールの鍵によるものです。',
      forged: '署名が正しくありません。内容を信用しないでください。',
      'unknown-key': 'このプールの鍵で署名されていません。内容を信用しないでください。',
    },
    ended: '期限切れです。',
    revoked: '取り消されています。',
    good: '有効です。',
    header: 'ヘッダー',
    claims: 'クレーム',
  },
  en: {
    about:
      'Paste an ID token or an access token to see what is in it, and whether a key of this pool has signed it. It goes neither into a URL nor into a log.',
    token: 'Token',
    read: 'Read',
    none: 'This is no JWT. What is in a refresh token cannot be read.',
    signatures: {
      signed: 'The signature is good: a key of this pool has made it.',
      forged: 'The signature is wrong. Do not believe what it says.',
      'unknown-key': 'No key of this pool has signed it. Do not believe what it says.',
    },
    ended: 'It has expired.',
    revoked: 'It was revoked.',
    good: 'It is valid.',
    header: 'Header',
    claims: 'Claims',
  },
} satisfies Texts<object>

/** Tokens decoded, for a person. */
export function tokensPage({ context: { tokens }, keys, clock }: Local): Hono {
  const app = new Hono()

  const form = (lang: Language, problem?: string) => html`<p class="about">${texts[lang].about}</p>
<form method="post">
${alert(problem)}
<p><label>${texts[lang].token}<textarea name="token" required spellcheck="false" autocomplete="off"></textarea></label></p>
<p><button>${texts[lang].read}</button></p>
</form>`

  app.get('/', (c) => answer(c, { name: 'tokens', main: form(languageOf(c)) }))
  app.post('/', async (c) => {
    const lang = languageOf(c)
    const text = texts[lang]
    const inspection = await inspectToken(keys, field(await formOf(c), 'token'))
    if (!inspection) return answer(c, { name: 'tokens', main: form(lang, text.none) }, 400)
    const { header, claims, signature } = inspection
    const isSigned = signature === 'signed'
    const end = tokens.isRevoked(claims.origin_jti)
      ? text.revoked
      : Number(claims.exp) * 1000 <= clock.now()
        ? text.ended
        : text.good
    const main = html`<p role="status" class="kind ${isSigned && end === text.good ? 'good' : 'bad'}">
${text.signatures[signature]} ${isSigned ? end : ''}</p>
<h2>${text.claims}</h2>
${members(claims, lang)}
<h2>${text.header}</h2>
${members(header, lang)}
${form(lang)}`
    return answer(c, { name: 'tokens', main })
  })
  return app
}

const times = new Set(['exp', 'iat', 'auth_time', 'nbf'])

function members(values: Inspection['header'], lang: Language): Markup {
  return html`<dl>
${Object.entries(values).map(([name, value]) => {
  const isTime = times.has(name) && typeof value === 'number' && Math.abs(value) < 1e11
  const shown = typeof value === 'string' ? value : JSON.stringify(value)
  return html`<dt>${name}</dt><dd>${shown}${isTime ? html` (${time(value * 1000, lang)})` : ''}</dd>`
})}
</dl>`
}
