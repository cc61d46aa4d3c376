import type { Challenge } from './challenge.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { passwordVerifier } from './password-verifier.ts'

export const challenges: readonly Challenge[] = [passwordVerifier, newPasswordRequired]
