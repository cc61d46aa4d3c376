'use client'

import { useTexts } from './use-texts'

/** Where a developer who has just signed in goes on. */
export function NextSteps() {
  const { next } = useTexts()
  return (
    <section className="panel" aria-labelledby="next">
      <h2 id="next">{next.title}</h2>
      <ol>
        {next.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
