import { type Ending, isNotice, named } from '../machine'

/** What one tab tells the others: somebody signed in, or the session has ended, and why. */
export type News =
  | { readonly type: 'signedIn' }
  | (Ending & {
      readonly type: 'ended'
      /** `origin_jti` of its tokens, by which a duplicate of the tab knows that it is its own session, too. */
      readonly origin: string | undefined
    })

/** The other tabs of this browser that show the same app client. */
export interface OtherTabs {
  tell(news: News): void
  close(): void
}

/** Without `BroadcastChannel` every tab finds out by itself, when it is looked at and at its next request. */
export function createOtherTabs(userPoolClientId: string, listener: (news: News) => void): OtherTabs {
  const channel = channelOf(userPoolClientId)
  if (!channel) return { tell() {}, close() {} }
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const news = newsIn(data)
    if (news) listener(news)
  })
  return {
    tell(news) {
      channel.postMessage(news)
    },
    close() {
      channel.close()
    },
  }
}

/** Another tab may have another version of the page, or another page of the site. */
function newsIn(data: unknown): News | undefined {
  const { type, notice, username, origin } = Object(data) as Readonly<Record<string, unknown>>
  if (type === 'signedIn') return { type }
  if (type !== 'ended' || !isNotice(notice)) return undefined
  return { type, notice, ...named(textIn(username)), origin: textIn(origin) }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Undefined in a browser that has none, or refuses it where site data are blocked. */
function channelOf(userPoolClientId: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`genkan.${userPoolClientId}`)
  } catch {
    return undefined
  }
}
