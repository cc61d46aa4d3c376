import type { Facts, Language } from '../diagnosis.ts'
import type { Examination } from '../doctor.ts'
import { withoutPassword } from '../facts/addresses.ts'
import { commandOf } from './command.ts'
import { docsOf } from './docs.ts'
import { notExamined } from './not-examined.ts'

/** The report for programs. Members may be added; those that are there stay what they are. */
export interface JsonReport {
  readonly version: 1
  /** Without errors; there may be warnings. */
  readonly healthy: boolean
  readonly examined: {
    readonly folder: string
    readonly mode: 'development' | 'production'
    readonly region?: string
    readonly userPoolId?: string
    readonly clientId?: string
    readonly endpoint?: string
    readonly api?: string
  }
  readonly findings: readonly {
    readonly code: string
    readonly severity: 'error' | 'warning'
    readonly cause: string
    readonly cure: string
    readonly console?: string
    readonly command?: string
    /** From the root of the repository, and of the package. */
    readonly docs: string
    /** What the texts speak of, by name. */
    readonly facts: Facts
  }[]
  readonly notExamined: readonly { readonly flag: string; readonly what: string }[]
}

/** Makes the report for programs. */
export function jsonReport(examination: Examination, language: Language): JsonReport {
  const { patient, findings } = examination
  const { folder, mode, region, userPoolId, clientId, endpoint, api } = patient
  const known = Object.entries({ region, userPoolId, clientId, endpoint, api }).flatMap(([name, value]) =>
    value ? [[name, withoutPassword(value)]] : [],
  )
  return {
    version: 1,
    healthy: findings.every(({ severity }) => severity !== 'error'),
    examined: { folder, mode, ...Object.fromEntries(known) },
    findings: findings.map((finding) => {
      const { diagnosis, severity, facts } = finding
      const command = commandOf(examination, finding)
      return {
        code: diagnosis.code,
        severity,
        ...diagnosis[language](facts),
        ...(command !== undefined && { command }),
        docs: docsOf(diagnosis),
        facts,
      }
    }),
    notExamined: notExamined(patient, language),
  }
}
