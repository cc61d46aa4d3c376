'use client'

import { useState } from 'react'

// Next.js's own page carries inline styles, which the policy of a deployed site refuses, and there would be nothing at all.
export default function PageError() {
  const [isUnreachable, setUnreachable] = useState(false)

  async function tryAgain() {
    setUnreachable(false)
    try {
      // Without a network there would be nothing any more, not even this.
      await fetch(window.location.pathname, { method: 'HEAD', cache: 'no-store' })
      window.location.reload()
    } catch {
      setUnreachable(true)
    }
  }

  return (
    <div className="genkan">
      <title>Genkan</title>
      <main>
        <h1>ページを表示できません</h1>
        <p lang="en">This page could not be shown.</p>
        <div role="alert">
          {isUnreachable && (
            <p className="notice failure">
              サーバーに接続できません。<span lang="en">The server cannot be reached.</span>
            </p>
          )}
        </div>
        <button type="button" className="primary" onClick={() => void tryAgain()}>
          もう一度試す <span lang="en">/ Try again</span>
        </button>
      </main>
    </div>
  )
}
