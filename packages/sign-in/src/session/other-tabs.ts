import type { Notice } from '../machine'

/** What one tab tells the others: somebody signed in, or the session has ended, and why. */
export type News = { readonly type: 'signedIn' } | { readonly type: 'ended'; readonly notice: Notice }

/** The other tabs of this browser that show the same app client. */
export interface OtherTabs {
  tell(news: News): void
  close(): void
}

/** Without `BroadcastChannel` every tab finds out by itself, at its next request. */
export function createOtherTabs(userPoolClientId: string, listener: (news: News) => void): OtherTabs {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, close() {} }
  const channel = new BroadcastChannel(`genkan.${userPoolClientId}`)
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => listener(data))
  return {
    tell(news) {
      channel.postMessage(news)
    },
    close() {
      channel.close()
    },
  }
}
