import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Diagnosis } from '../diagnosis.ts'

/** Where the documentation speaks about a diagnosis, from the root of the repository and of the package alike. */
export const docsOf = ({ code }: Diagnosis) => `docs/doctor.md#${code.toLowerCase()}`

/** The same from the working directory, wherever the doctor is installed. */
export function docsHere(diagnosis: Diagnosis): string {
  const isPackage = existsSync(new URL('../docs/doctor.md', import.meta.url))
  const root = fileURLToPath(new URL(isPackage ? '..' : '../../../..', import.meta.url))
  return relative('.', join(root, docsOf(diagnosis)))
}
