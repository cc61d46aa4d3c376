import type { Patient } from '../patient.ts'
import type { Asker } from './ask.ts'
import { call, nobody, type Reply } from './cognito.ts'
import { newKeyPair } from './srp.ts'

/**
 * Begins a sign-in by SRP of somebody who does not exist. It ends there: no password is proven, so that nothing counts
 * as a failed attempt and nothing is sent.
 */
// assumed: a sign-in that ends before the proof counts towards no lockout; a trigger PreAuthentication runs.
export async function srpEntrance(patient: Patient, asker: Asker): Promise<Reply | undefined> {
  const { clientId: ClientId } = patient
  if (!ClientId) return undefined
  return call(patient, asker, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: nobody(), SRP_A: newKeyPair().A.toString(16) },
  })
}

/** The same by choice, where the page offers more than the password; nobody is asked for a code. */
export async function choiceEntrance(patient: Patient, asker: Asker): Promise<Reply | undefined> {
  const { clientId: ClientId, factors } = patient
  if (!ClientId || factors.length === 0) return undefined
  return call(patient, asker, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: {
      USERNAME: nobody(),
      PREFERRED_CHALLENGE: 'PASSWORD_SRP',
      SRP_A: newKeyPair().A.toString(16),
    },
  })
}

/** Shows a refresh token that nobody has. A client with a secret refuses it in words of its own. */
export async function refreshEntrance(patient: Patient, asker: Asker): Promise<Reply | undefined> {
  const { clientId: ClientId } = patient
  if (!ClientId) return undefined
  return call(patient, asker, 'GetTokensFromRefreshToken', { ClientId, RefreshToken: 'nobody.has.this' })
}
