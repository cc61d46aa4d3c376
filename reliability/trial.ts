/** `quick` is what every test run can afford, `whole` what one asks for when one wants to know. */
export type Size = 'quick' | 'whole'

export interface Outcome {
  /** What was done and measured; the units stand in the names. */
  readonly figures: readonly Readonly<Record<string, string | number>>[]
  /** What must not be, a sentence each; none when all held. */
  readonly faults: readonly string[]
}

/**
 * Does something hard to the local user pool and looks whether it holds. A trial counts and measures; what must hold is
 * in `faults`, so that its test asks for none and the command shows the figures.
 */
export type Trial = (size: Size) => Promise<Outcome>
