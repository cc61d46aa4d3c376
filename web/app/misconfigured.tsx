import type { Problem } from '../configuration'

/** What a build would have refused, said on the page in development. */
export function Misconfigured({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <div className="genkan" lang="en">
      <title>Genkan</title>
      <main>
        <h1>The configuration cannot be used</h1>
        {problems.map(({ variable, what, cure }) => (
          <div key={variable} className="notice failure">
            <p>
              <code>{variable}</code> {what}.
            </p>
            <p>{cure}</p>
          </div>
        ))}
        <p className="hint">
          Set the variables in <code>web/.env.local</code> and start again. To try everything without AWS, run{' '}
          <code>npm start</code>.
        </p>
      </main>
    </div>
  )
}
