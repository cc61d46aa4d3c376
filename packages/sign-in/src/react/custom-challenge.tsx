'use client'

import { useEntrance } from './context'

/** What the component of `<SignIn customChallenge>` is given. */
export interface CustomChallengeProps {
  /** The `publicChallengeParameters` of the pool's CreateAuthChallenge trigger. */
  readonly additionalInfo: Readonly<Record<string, string>>
}

/** The question, as the application draws it: what the parameters of its triggers mean, nobody else knows. */
export function CustomChallenge({ additionalInfo }: CustomChallengeProps) {
  const { customChallenge: Question } = useEntrance()
  // Cognito's own addition: whom it asks, as the pool calls them.
  const { USERNAME: _, ...asked } = additionalInfo
  if (!Question) return null
  return (
    <div className="question">
      <Question additionalInfo={asked} />
    </div>
  )
}
