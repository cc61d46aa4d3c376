import { type VariableName, withoutQuotes } from '../environment/variables.ts'
import type { Patient } from '../patient.ts'

/** Where the value of a variable that the page does not get may be after all. */
export type WayOut =
  | { readonly is: 'nowhere' }
  | { readonly is: 'other-name'; readonly name: string; readonly source: string }
  | { readonly is: 'unread-file'; readonly file: string }

/** Why the page has no value for a variable; undefined where it has one. */
export function wayOut({ readings, variables }: Patient, variable: VariableName): WayOut | undefined {
  if (withoutQuotes(variables[variable]?.value ?? '') !== '') return undefined
  const file = readings.unread.find(({ names }) => names.includes(variable))?.file
  if (file !== undefined) return { is: 'unread-file', file }
  // The prefixes of other tools, a prefix that is misspelt, and none at all.
  const bare = variable.replace('NEXT_PUBLIC_', '')
  for (const [name, { value, source }] of readings.values) {
    const isIt = name !== variable && name.endsWith(bare) && !name.startsWith('NEXT_PUBLIC_')
    if (isIt && value !== '') return { is: 'other-name', name, source }
  }
  return { is: 'nowhere' }
}
