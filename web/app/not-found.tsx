// Next.js's own page carries inline styles, which the Content-Security-Policy of a deployed site refuses.
export default function NotFound() {
  return (
    <div className="genkan">
      <title>Genkan</title>
      <main>
        <h1>ページが見つかりません</h1>
        <p lang="en">This page does not exist.</p>
        <p>
          <a href="/">Genkan</a>
        </p>
      </main>
    </div>
  )
}
