import type { ExaminationOptions } from '../doctor.ts'
import type { Ward } from '../test-ward.ts'

/** A page on a healthy user pool of its own that answers by a fault, as long as it strikes. */
export async function struck(
  { onPool, another }: Ward,
  fault: { readonly status: number; readonly operation?: string; readonly times?: number },
  more?: ExaminationOptions,
  others?: Record<string, string>,
): Promise<ExaminationOptions> {
  const { pool } = await another()
  await fetch(`${pool.url}/_local/faults`, {
    method: 'PUT',
    body: JSON.stringify([{ operation: 'InitiateAuth', kind: 'status', ...fault }]),
  })
  return onPool({ NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: pool.url, ...others }, more)
}
