import type { Diagnosis } from '../diagnosis.ts'

/** Where the documentation speaks about a diagnosis. */
export const docsOf = ({ code }: Diagnosis) => `docs/doctor.md#${code.toLowerCase()}`
