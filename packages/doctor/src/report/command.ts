import type { Examination, Finding } from '../doctor.ts'
import { isLoopback, withoutPassword } from '../facts/addresses.ts'

/** What to type in a terminal; about the user pool that was examined, also where that is the local one. */
export function commandOf({ patient }: Examination, { diagnosis, facts }: Finding): string | undefined {
  const { endpoint = '' } = patient
  const command = diagnosis.command?.(facts)
  return isLoopback(endpoint)
    ? command?.replaceAll('aws cognito-idp ', `aws --endpoint-url ${withoutPassword(endpoint)} cognito-idp `)
    : command
}
