import type { Patient } from './patient.ts'
import type { Found } from './probes/index.ts'

export type Language = 'en' | 'ja'

/** What a diagnosis found, for its texts and for programs. Never a secret, a password or a token. */
export type Facts = Readonly<Record<string, string>>

/** What a person is told. */
export interface Words {
  /** What is wrong, and why nobody gets in. One or two sentences. */
  readonly cause: string
  /** What to do about it. */
  readonly cure: string
  /** Where in the console of AWS that is done. */
  readonly console?: string
}

/** Something that can be wrong: a code, how it is recognised, and what is said about it. */
export interface Diagnosis<Found_ extends Facts = Facts> {
  /** Does not change once it is published. */
  readonly code: string
  /** An `error` keeps somebody from signing in, or anybody in who should not be; a `warning` will, some day. */
  readonly severity: 'error' | 'warning'
  /** Where an error is no more than a warning, since it rests on something that nobody has said. */
  isWarning?(facts: Found_): boolean
  /** One line for each time it is found; none where all is well. Asks nothing: that is what probes are for. */
  find(patient: Patient, found: Found): readonly Found_[]
  /** What it may find, for the documentation. */
  readonly example: Found_
  /** What to type in a terminal. */
  command?(facts: Found_): string
  en(facts: Found_): Words
  ja(facts: Found_): Words
}

/** Declares a diagnosis; the types of its texts follow from its example. */
export const diagnosis = <Found_ extends Facts>(declared: Diagnosis<Found_>): Diagnosis =>
  declared as unknown as Diagnosis
