import type { Entrance } from '../domain/sign-in.ts'
import type { AuthFlowType, AuthParametersType, InitiateAuthResponse } from '../protocol/types.generated.ts'

/** One way to begin a sign-in: a file of this folder for the values of `AuthFlow` that mean it. */
export interface Flow {
  readonly names: readonly AuthFlowType[]
  /** Who may begin with it: people, administrators, or both. */
  readonly through: 'InitiateAuth' | 'AdminInitiateAuth' | 'both'
  begin(
    entrance: Entrance,
    parameters: AuthParametersType,
    /** Of a sign-up, which a choice-based sign-in may follow. */
    session: string | undefined,
  ): Promise<InitiateAuthResponse>
}
