'use client'

// Next.js's own page carries inline styles, which the policy of a deployed site refuses, and there would be nothing at all.
export default function PageError() {
  return (
    <div className="genkan">
      <title>Genkan</title>
      <main>
        <h1>ページを表示できません</h1>
        <p lang="en">This page could not be shown.</p>
        <button type="button" onClick={() => window.location.reload()}>
          再読み込み <span lang="en">/ Reload</span>
        </button>
      </main>
    </div>
  )
}
