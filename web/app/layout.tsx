import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@genkan/sign-in/sign-in.css'
import './web.css'

// No title: each screen of the entrance brings its own.
// The answer of the hosted sign-in page is in the address for a moment: it is nothing for the logs of a server.
export const metadata: Metadata = { robots: { index: false }, referrer: 'strict-origin' }

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f4ef' },
    { media: '(prefers-color-scheme: dark)', color: '#16181c' },
  ],
}

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="ja">
      <body>{children}</body>
    </html>
  )
}
