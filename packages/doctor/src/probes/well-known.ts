import type { Patient } from '../patient.ts'
import type { Answer, Asker } from './ask.ts'

/** The addresses that Cognito publishes for a user pool without asking who wants to know. */
export async function wellKnown(
  { endpoint, userPoolId }: Patient,
  { send }: Asker,
  name: 'jwks.json' | 'openid-configuration',
): Promise<Answer | undefined> {
  return endpoint && userPoolId ? send(`${endpoint}/${userPoolId}/.well-known/${name}`) : undefined
}
