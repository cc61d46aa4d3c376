import type { Language } from '../diagnosis.ts'
import type { Examination, Finding } from '../doctor.ts'
import { docsOf } from './docs.ts'
import { notExamined } from './not-examined.ts'
import { texts } from './texts.ts'

/** Writes the report for a person at a terminal. */
export function textReport({ patient, findings }: Examination, language: Language): string {
  const said = texts[language]
  const subject = [patient.userPoolId, patient.clientId, patient.endpoint].filter(Boolean).join('  ')
  const errors = findings.filter(({ diagnosis }) => diagnosis.severity === 'error').length
  const left = notExamined(patient, language)
  const parts = [
    `${said.examined}: ${subject || '–'}\n  (${said.mode(patient.mode)})`,
    ...findings.map((finding) => paragraph(finding, language)),
    findings.length === 0 ? `✓ ${said.none}` : said.count(errors, findings.length - errors),
    ...(left.length > 0
      ? [[said.notExamined, ...left.map(({ flag, what }) => `  ${flag.padEnd(20)}  ${what}`)].join('\n')]
      : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function paragraph({ diagnosis, facts }: Finding, language: Language): string {
  const said = texts[language]
  const { cause, cure, console } = diagnosis[language](facts)
  const lines: readonly (readonly [string, string | undefined])[] = [
    [said.cause, cause],
    [said.cure, cure],
    [said.console, console],
    [said.command, diagnosis.command?.(facts)],
    [said.more, docsOf(diagnosis)],
  ]
  return [
    `${diagnosis.severity === 'error' ? '✗' : '!'} ${diagnosis.code}`,
    ...lines.flatMap(([label, text]) => (text === undefined ? [] : [`  ${label}: ${text}`])),
  ].join('\n')
}
