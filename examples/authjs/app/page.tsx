import { auth, signIn } from '../auth'

interface Query {
  readonly callbackUrl?: string
  readonly error?: string
}

export default async function Home({ searchParams }: { searchParams: Promise<Query> }) {
  const { callbackUrl = '/members', error } = await searchParams
  const session = await auth()

  async function enter(form: FormData) {
    'use server'
    await signIn('cognito', form)
  }

  return (
    <main>
      <h1>書店</h1>
      {error && <p role="alert">{explain(error)}</p>}
      {session ? (
        <a href="/members">ご注文の一覧</a>
      ) : (
        <form action={enter}>
          <input type="hidden" name="redirectTo" value={callbackUrl} />
          <button type="submit">ログイン</button>
        </form>
      )}
    </main>
  )
}

const explain = (error: string) =>
  error === 'SessionEnded'
    ? 'ログインの期限が切れたか、取り消されました。もう一度ログインしてください。'
    : 'ログインできませんでした。もう一度お試しください。'
