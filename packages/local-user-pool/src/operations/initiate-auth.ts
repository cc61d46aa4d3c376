import { checkFlow, checkSecretHash } from '../domain/clients.ts'
import type { Entrance } from '../domain/sign-in.ts'
import { flows } from '../flows/index.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { InitiateAuthRequest, InitiateAuthResponse } from '../protocol/types.generated.ts'
import { operation } from './operation.ts'

/** Begins a sign-in, or refreshes tokens. */
export const InitiateAuth = operation('InitiateAuth', (input, context) => {
  const client = context.clients.get(input.ClientId)
  const pool = context.pools.get(client.UserPoolId)
  return begin({ context, pool, client, isAdmin: false }, input)
})

/** Hands over to the file of the flow. AdminInitiateAuth does the same. */
export async function begin(
  entrance: Entrance,
  input: Pick<InitiateAuthRequest, 'AuthFlow' | 'AuthParameters' | 'Session' | 'ClientMetadata'>,
): Promise<InitiateAuthResponse> {
  const { AuthFlow: name, AuthParameters: parameters = {}, Session, ClientMetadata } = input
  const { client, isAdmin } = entrance
  const door = isAdmin ? 'AdminInitiateAuth' : 'InitiateAuth'
  const flow = flows.find(
    ({ names, through }) => names.includes(name) && (through === 'both' || through === door),
  )
  if (!flow) throw invalidParameter('Initiate Auth method not supported.')
  checkFlow(client, name)
  // The flow of a refresh names no user, and checks the hash by itself.
  if (!name.startsWith('REFRESH_TOKEN')) {
    checkSecretHash(client, requiredParameter(parameters, 'USERNAME'), parameters.SECRET_HASH)
  }
  // documented: PreAuthentication and UserMigration see it, as validation data; the other triggers do not.
  const named = { ...entrance, deviceKey: parameters.DEVICE_KEY, validationData: ClientMetadata }
  return flow.begin(named, parameters, Session)
}
