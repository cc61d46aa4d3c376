import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { unstable_update } from '../../auth'
import { isEnding } from '../../cognito'

/** Renews the tokens of whoever is sent here by `member()`, and sends them back: a page itself cannot set the cookie. */
export async function GET({ nextUrl }: NextRequest) {
  const session = await unstable_update({})
  if (!session) redirect('/?error=SessionEnded')
  if (isEnding({ endAt: session.tokensEndAt })) {
    return new Response('いまは確認できません。しばらくしてから、再読み込みしてください。', {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '10' },
    })
  }
  const home = new URL('/', process.env.AUTH_URL)
  const wanted = new URL(nextUrl.searchParams.get('callbackUrl') ?? '/', home)
  redirect(wanted.origin === home.origin ? wanted.href : home.href)
}
