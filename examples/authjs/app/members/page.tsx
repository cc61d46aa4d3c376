import { redirect } from 'next/navigation'
import { member, signOut, tokensHeld } from '../../auth'
import { logoutUrl, refreshed, signedOutEverywhere } from '../../cognito'

export default async function Members() {
  const { user, tokensEndAt } = await member('/members')
  return (
    <main>
      <h1>{user?.name}さんのご注文</h1>
      <p>
        {user?.email}（トークンの期限：
        <time>{new Date(tokensEndAt * 1000).toISOString()}</time>）
      </p>
      <form action={leave}>
        <button type="submit">ログアウト</button>
      </form>
      <form action={leaveEverywhere}>
        <button type="submit">すべての端末からログアウト</button>
      </form>
    </main>
  )
}

/** Three sessions end: the refresh token (by the event in auth.ts), the cookie, and Cognito's own in the browser. */
async function leave() {
  'use server'
  await signOut({ redirect: false })
  redirect(await logoutUrl())
}

async function leaveEverywhere() {
  'use server'
  const held = await tokensHeld()
  // This page may have been open for longer than an access token lasts.
  const tokens = held && (await refreshed(held))
  if (tokens && (await signedOutEverywhere(tokens))) return leave()
  await signOut({ redirect: false })
  redirect('/?error=SessionEnded')
}
