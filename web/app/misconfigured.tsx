import { codeOf, docsOf, type Problem } from '../configuration'

/** What a build would have refused, said on the page in development. */
export function Misconfigured({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <div className="genkan" lang="en">
      <title>Genkan</title>
      <main>
        <h1>The configuration cannot be used</h1>
        {problems.map((problem) => (
          <div key={problem.variable} className="notice failure">
            <p>
              <code>{problem.variable}</code> {problem.what}.
            </p>
            <p>{problem.cure}</p>
            <p>
              <code>{codeOf(problem)}</code>: <code>{docsOf(problem)}</code>
            </p>
          </div>
        ))}
        <p className="hint">
          Set the variables in <code>web/.env.local</code> and start again. What else may be wrong,{' '}
          <code>npm run doctor</code> tells. To try everything without AWS, run <code>npm start</code>.
        </p>
      </main>
    </div>
  )
}
