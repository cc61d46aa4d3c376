import type { Language } from '../diagnosis.ts'
import type { Examination, Finding } from '../doctor.ts'
import { withoutPassword } from '../facts/addresses.ts'
import { commandOf } from './command.ts'
import { docsHere } from './docs.ts'
import { notExamined } from './not-examined.ts'
import { texts } from './texts.ts'

/** Writes the report for a person at a terminal. */
export function textReport(examination: Examination, language: Language): string {
  const { patient, findings } = examination
  const said = texts[language]
  const { userPoolId, clientId, endpoint } = patient
  const subject = withoutPassword([userPoolId, clientId, endpoint].filter(Boolean).join('  '))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const left = notExamined(patient, language)
  const parts = [
    `${said.examined}: ${subject || '–'}\n  (${said.mode(patient.mode, patient.folder)})`,
    ...findings.map((finding) => paragraph(examination, finding, language)),
    findings.length === 0 ? `✓ ${said.none}` : said.count(errors, findings.length - errors),
    ...(left.length > 0
      ? [[said.notExamined, ...left.map(({ flag, what }) => `  ${flag.padEnd(20)}  ${what}`)].join('\n')]
      : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function paragraph(examination: Examination, finding: Finding, language: Language): string {
  const { diagnosis, severity, facts } = finding
  const said = texts[language]
  const { cause, cure, console } = diagnosis[language](facts)
  const lines: readonly (readonly [string, string | undefined])[] = [
    [said.cause, cause],
    [said.cure, cure],
    [said.console, console],
    [said.command, commandOf(examination, finding)],
    [said.more, docsHere(diagnosis)],
  ]
  return [
    `${severity === 'error' ? '✗' : '!'} ${diagnosis.code}`,
    ...lines.flatMap(([label, text]) => (text === undefined ? [] : [`  ${label}: ${text}`])),
  ].join('\n')
}
