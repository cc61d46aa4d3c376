import { invalidParameter } from './exceptions.ts'

/** An entry that must be in AuthParameters or ChallengeResponses. */
export function requiredParameter(
  parameters: Readonly<Record<string, string | undefined>>,
  name: string,
): string {
  const value = parameters[name]
  // observed: a recorded answer of AWS.
  if (value === undefined || value === '') throw invalidParameter(`Missing required parameter ${name}`)
  return value
}
