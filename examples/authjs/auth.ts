import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import NextAuth, { type Session } from 'next-auth'
import { getToken } from 'next-auth/jwt'
import Cognito from 'next-auth/providers/cognito'
import { isEnding, refreshed, revoke, type Tokens } from './cognito'

declare module 'next-auth' {
  interface Session {
    /** When the access token ends; seconds since 1970. */
    tokensEndAt: number
  }
}

// Auth.js reads AUTH_SECRET, AUTH_URL and AUTH_COGNITO_ID, _SECRET and _ISSUER by itself.
export const { handlers, auth, signIn, signOut, unstable_update } = NextAuth({
  providers: [
    Cognito({
      checks: ['pkce', 'state', 'nonce'],
      // The last one is for GlobalSignOut.
      authorization: { params: { scope: 'openid email profile aws.cognito.signin.user.admin' } },
    }),
  ],
  pages: { signIn: '/', error: '/' },
  callbacks: {
    /** What the cookie holds, encrypted: the tokens never leave the server in the clear. */
    async jwt({ token, account, trigger }) {
      if (account) {
        const { access_token = '', refresh_token = '', expires_at = 0, providerAccountId } = account
        const tokens: Tokens = { access: access_token, refresh: refresh_token, endAt: expires_at }
        // The `sub` of Cognito, by which the app knows the user already; Auth.js makes up one for each sign-in.
        return { ...token, sub: providerAccountId, tokens }
      }
      // A page asks without a trigger, and cannot set the cookie: what it got anew would be lost, and the refresh token
      // in the cookie used up. Only app/session/route.ts asks for an update.
      const tokens = token.tokens as Tokens
      if (trigger !== 'update' || !isEnding(tokens)) return token
      const renewed = await refreshed(tokens)
      return renewed && { ...token, tokens: renewed }
    },
    /** What pages see, and scripts in the browser may ask for: no tokens. */
    session({ session, token }) {
      session.user.id = token.sub ?? ''
      session.tokensEndAt = (token.tokens as Tokens).endAt
      return session
    },
  },
  events: {
    async signOut(message) {
      if ('token' in message && message.token) await revoke(message.token.tokens as Tokens)
    },
  },
})

/**
 * Who looks at a page for members. Whoever is not signed in is sent to where they can, and comes back. To be called in
 * each page: a layout is not drawn again when somebody goes from one page to the next.
 */
export async function member(path: string): Promise<Session> {
  const session = await auth()
  const query = new URLSearchParams({ callbackUrl: path })
  if (!session) redirect(`/?${query}`)
  if (isEnding({ endAt: session.tokensEndAt })) redirect(`/session?${query}`)
  return session
}

/** The tokens of whoever asks, for what the server does in their name. */
export async function tokensHeld(): Promise<Tokens | undefined> {
  const token = await getToken({
    req: { headers: { cookie: (await cookies()).toString() } },
    secret: process.env.AUTH_SECRET ?? '',
    secureCookie: process.env.AUTH_URL?.startsWith('https:') ?? false,
  })
  return token?.tokens as Tokens | undefined
}
