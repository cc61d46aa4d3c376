import { diagnoses } from './diagnoses/index.ts'
import type { Diagnosis, Facts } from './diagnosis.ts'
import { withoutPassword } from './facts/addresses.ts'
import { type Patient, patientOf, type Question } from './patient.ts'
import { createAsker, type OnPending } from './probes/ask.ts'
import { probe } from './probes/index.ts'

/** One thing that is wrong. */
export interface Finding {
  readonly diagnosis: Diagnosis
  readonly severity: Diagnosis['severity']
  readonly facts: Facts
}

/** What came of an examination. */
export interface Examination {
  readonly patient: Patient
  /** Errors before warnings; among them, causes before what follows from them. */
  readonly findings: readonly Finding[]
}

export interface ExaminationOptions extends Question {
  /** Milliseconds that each request may take. Default: 5000. */
  readonly patience?: number
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number
  /** Told which addresses have not answered yet, each time that changes. */
  readonly onPending?: OnPending
}

/**
 * Examines the configuration of a page and the user pool that it names. Changes nothing and sends no mail; a sign-in
 * that is asked for is a real one.
 */
export async function examine({
  patience = 5000,
  now = Date.now,
  onPending,
  ...question
}: ExaminationOptions = {}): Promise<Examination> {
  const patient = patientOf(question)
  const found = await probe(patient, createAsker(now, patience, onPending), patience)
  const findings = diagnoses.flatMap((diagnosis) =>
    diagnosis.find(patient, found).map((facts) => findingOf(diagnosis, facts)),
  )
  const grave = ({ severity }: Finding) => severity === 'error'
  return { patient, findings: [...findings.filter(grave), ...findings.filter((one) => !grave(one))] }
}

function findingOf(diagnosis: Diagnosis, facts: Facts): Finding {
  const severity = diagnosis.isWarning?.(facts) ? 'warning' : diagnosis.severity
  const told = Object.entries(facts).map(([name, value]) => [name, withoutPassword(value)])
  return { diagnosis, severity, facts: Object.fromEntries(told) }
}
