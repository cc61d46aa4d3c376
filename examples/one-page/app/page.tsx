'use client'

import { Amplify } from 'aws-amplify'
import type { JWT, SignInOutput } from 'aws-amplify/auth'
import { confirmSignIn, fetchAuthSession, signIn, signOut } from 'aws-amplify/auth'
import { type ReactNode, useEffect, useRef, useState } from 'react'

// Next.js puts these into the page when it is built, and only where the whole name is written out.
const userPoolId = process.env.NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID
const userPoolClientId = process.env.NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID
const userPoolEndpoint = process.env.NEXT_PUBLIC_AWS_COGNITO_ENDPOINT // for a local user pool only
const apiUrl = process.env.NEXT_PUBLIC_API_URL

const isSet = Boolean(userPoolId && userPoolClientId)
const unset = 'NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID と NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID を設定してください。'
if (userPoolId && userPoolClientId) {
  // There is no key `region`: Amplify reads it from the id of the user pool.
  const Cognito = { userPoolId, userPoolClientId, ...(userPoolEndpoint && { userPoolEndpoint }) }
  Amplify.configure({ Auth: { Cognito } })
}

/** What the page shows. It is one thing at a time, so nobody can be half signed in. */
type Screen = { text?: string } & (
  | { is: 'restoring' | 'signIn' | 'stopped' }
  | { is: 'newPassword'; missing: readonly string[] }
  | { is: 'signedIn'; idToken: JWT }
)

const titles: Record<Screen['is'], string> = {
  restoring: '読み込み中...',
  signIn: 'ログイン',
  newPassword: '次のステップ：新しいパスワードの設定',
  stopped: '次のステップ',
  signedIn: 'ログインしています',
}

/** Whom this browser remembers. For nobody, `fetchAuthSession` does not throw: it resolves without tokens. */
async function screenOfSession(): Promise<Screen> {
  const idToken = (await fetchAuthSession()).tokens?.idToken
  if (!idToken) return { is: 'signIn' }
  const { email, 'cognito:username': username } = idToken.payload
  return { is: 'signedIn', idToken, text: String(email ?? username) }
}

/** Amplify says which step comes next, and the page follows, whatever form was sent last. */
async function screenOfStep(step: SignInOutput['nextStep']): Promise<Screen> {
  switch (step.signInStep) {
    case 'DONE':
      return screenOfSession()
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      return { is: 'newPassword', missing: step.missingAttributes ?? [] }
    case 'CONFIRM_SIGN_UP':
      return { is: 'stopped', text: 'メールアドレスの確認が済んでいません。先に確認を済ませてください。' }
    case 'RESET_PASSWORD':
      return { is: 'stopped', text: 'パスワードの再設定が必要です。先に再設定を済ませてください。' }
    default:
      return { is: 'stopped', text: `このページでは対応していない手順です（${step.signInStep}）。` }
  }
}

/** The first that matches `name: message`. The message counts, since Cognito has one name for many causes. */
const failures: readonly (readonly [RegExp, string])[] = [
  [/attempts exceeded|TooMany|LimitExceeded/, '試行回数が多すぎます。しばらく待ってからお試しください。'],
  [/Temporary password has expired/, '仮パスワードの期限が切れています。管理者に再発行を依頼してください。'],
  [/User is disabled/, 'このアカウントは無効になっています。管理者にお問い合わせください。'],
  [/secret/i, 'アプリクライアントにシークレットがあります。シークレットのないものを使ってください。'],
  [/not enabled/, 'アプリクライアントで ALLOW_USER_SRP_AUTH を許可してください。'],
  [/session|SignInException/, '時間切れです。ログインに戻って、最初からやり直してください。'],
  // One text for both: nobody should learn here which addresses have an account.
  [/^(NotAuthorized|UserNotFound)Exception/, 'メールアドレスまたはパスワードが正しくありません。'],
  [/not long enough/, 'パスワードが短すぎます。'],
  [/^InvalidPassword/, '英大文字・英小文字・数字・記号のうち、パスワードに足りないものがあります。'],
  [/^InvalidParameter/, '入力内容に誤りがあります。形式を確かめてください。'],
  [/^Empty/, '入力していない項目があります。すべて入力してください。'],
  [/^ResourceNotFound/, 'ユーザープールが見つかりません。設定を確かめてください。'],
  [/^UserAlreadyAuthenticated/, 'すでにログインしています。ページを再読み込みしてください。'],
  [/NetworkError|Failed to fetch|Load failed/, '通信できませんでした。接続を確かめてください。'],
]

function explain(error: unknown): string {
  const cause = String(error) // e.g. "NotAuthorizedException: Incorrect username or password."
  return (
    failures.find(([known]) => known.test(cause))?.[1] ?? `処理に失敗しました（${cause.split(':')[0]}）。`
  )
}

/** As typed with a Japanese IME on, ｕｓｅｒ＠ｅｘａｍｐｌｅ．ｊｐ is still an address. Passwords stay as they are. */
const normalized = (value: unknown) => String(value).normalize('NFKC').trim()

type FormProps = { label: string; busy: string; run: (data: FormData) => Promise<void>; children?: ReactNode }

/** A button, with or without fields above it: does one thing at a time, and says why that failed. */
function Form({ label, busy, run, children }: FormProps) {
  const isRunning = useRef(false) // at once, where state waits for the next render: a double click is one
  const [status, setStatus] = useState({ isBusy: false, error: '' })

  return (
    <form
      noValidate // the browser's check would refuse a full-width address before it is normalized
      onSubmit={async (event) => {
        event.preventDefault()
        if (isRunning.current) return
        isRunning.current = true
        setStatus({ isBusy: true, error: '' })
        const error = await run(new FormData(event.currentTarget)).then(() => '', explain)
        isRunning.current = false
        setStatus({ isBusy: false, error })
      }}
      onKeyDown={(event) => {
        // The Enter that ends an IME composition is not meant for the form. Safari says so by key code 229 only.
        const isComposing = event.nativeEvent.isComposing || event.keyCode === 229
        if (event.key === 'Enter' && isComposing) event.preventDefault()
      }}
    >
      {children}
      <p role="alert">{status.error}</p>
      <button type="submit" aria-disabled={status.isBusy}>
        {status.isBusy ? busy : label}
      </button>
    </form>
  )
}

type FieldProps = { label: string; name: string; type?: string; autoComplete: string; defaultValue?: string }

function Field({ label, ...input }: FieldProps) {
  return (
    <p>
      <label htmlFor={input.name}>{label}</label> <input id={input.name} required {...input} />
    </p>
  )
}

/** What user pools commonly require of a person: the label, and what the browser can fill in for it. */
const attributes: Readonly<Record<string, readonly [label: string, autoComplete: string]>> = {
  name: ['名前', 'name'],
  family_name: ['姓', 'family-name'],
  given_name: ['名', 'given-name'],
  phone_number: ['電話番号（例: +819012345678）', 'tel'],
}

/** Called for each new heading: the focus is then on it, and a screen reader says where the person is now. */
const focus = (heading: HTMLHeadingElement | null) => heading?.focus()

export default function Page() {
  const [screen, setScreen] = useState<Screen>(isSet ? { is: 'restoring' } : { is: 'stopped', text: unset })
  const [email, setEmail] = useState('')
  const [answer, setAnswer] = useState('')

  useEffect(() => {
    const stop = (error: unknown) => setScreen({ is: 'stopped', text: explain(error) })
    if (isSet) screenOfSession().then(setScreen, stop)
  }, [])

  async function enter(data: FormData) {
    const username = normalized(data.get('email'))
    setEmail(username)
    // USER_SRP_AUTH proves that the browser knows the password; the password itself is never sent.
    const options = { authFlowType: 'USER_SRP_AUTH' } as const
    const { nextStep } = await signIn({ username, password: String(data.get('password')), options })
    setScreen(await screenOfStep(nextStep))
  }

  async function setPassword(missing: readonly string[], data: FormData) {
    const userAttributes = Object.fromEntries(missing.map((key) => [key, normalized(data.get(key))]))
    const challengeResponse = String(data.get('password'))
    const { nextStep } = await confirmSignIn({ challengeResponse, options: { userAttributes } })
    setScreen(await screenOfStep(nextStep))
  }

  async function callApi(url: string) {
    const { tokens } = await fetchAuthSession() // refreshes them first if they have expired
    if (!tokens?.idToken) return setScreen({ is: 'signIn', text: 'ログインの期限が切れました。' })
    const response = await fetch(url, { headers: { Authorization: `Bearer ${tokens.idToken}` } })
    const refusal = response.status === 401 ? '（ID トークンが受け付けられませんでした）' : ''
    setAnswer(`${response.status}${refusal}\n${await response.text()}`)
  }

  async function leave() {
    await signOut() // on this device; { global: true } is for all devices
    setAnswer('')
    setScreen({ is: 'signIn', text: 'ログアウトしました。' })
  }

  return (
    <main>
      <h1 key={screen.is} ref={focus} tabIndex={-1}>
        {titles[screen.is]}
      </h1>
      <p role="status">{screen.text}</p>
      {screen.is === 'signIn' && (
        <Form label="ログイン" busy="ログイン中..." run={enter}>
          <Field
            label="メールアドレス"
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={email}
          />
          <Field label="パスワード" name="password" type="password" autoComplete="current-password" />
        </Form>
      )}
      {screen.is === 'newPassword' && (
        <Form label="設定してログイン" busy="設定中..." run={(data) => setPassword(screen.missing, data)}>
          {/* Tells a password manager whose entry it is. */}
          <input hidden readOnly type="email" autoComplete="username" value={email} />
          <Field label="新しいパスワード" name="password" type="password" autoComplete="new-password" />
          {screen.missing.map((key) => {
            const [label, autoComplete] = attributes[key] ?? [key, 'on']
            return <Field key={key} label={label} name={key} autoComplete={autoComplete} />
          })}
        </Form>
      )}
      {isSet && (screen.is === 'newPassword' || screen.is === 'stopped') && (
        <Form label="ログインに戻る" busy="戻っています..." run={() => screenOfSession().then(setScreen)} />
      )}
      {screen.is === 'signedIn' && (
        <>
          <details>
            <summary>ID トークンを見る</summary>
            <pre>{`${screen.idToken}\n\n${JSON.stringify(screen.idToken.payload, null, 2)}`}</pre>
          </details>
          {apiUrl && <Form label="API を呼び出す" busy="呼び出し中..." run={() => callApi(apiUrl)} />}
          {!apiUrl && <p>NEXT_PUBLIC_API_URL を設定すると、API を呼び出せます。</p>}
          <pre aria-live="polite">{answer}</pre>
          <Form label="ログアウト" busy="ログアウト中..." run={leave} />
        </>
      )}
    </main>
  )
}
