import { isRecord } from '../core/record.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import { model } from '../protocol/model.ts'
import type { Operations } from '../protocol/types.generated.ts'
import { validate } from '../protocol/validation.ts'
import type { Difference } from './differences.ts'
import { checkReplacement, checkUnchangeable, newAttributes } from './existing-pool.ts'
import type { Plan, Planned } from './plan.ts'
import { type Members, membersOf, taken } from './properties.ts'
import { type ResourceType, resourceTypeOf } from './resource-types.ts'
import { TemplateError } from './template.ts'

/** The operations that the pool has. */
export interface Api {
  /** Whether the operation only keeps what it is told. */
  isStoredOnly(operation: keyof Operations): Promise<boolean>
  /**
   * @param input what the model allows
   * @param newId the id of what the operation makes; it chooses one where there is none
   */
  call(operation: keyof Operations, input: object, newId?: string): Promise<Members>
}

export interface DeployedClient {
  /** What the template calls it; the client's name where there is no template. */
  readonly logicalId: string
  readonly clientId: string
  readonly clientSecret?: string
}

export interface DeployedPool {
  /** What the template calls it; the pool's name where there is no template. */
  readonly logicalId: string
  readonly userPoolId: string
  readonly clients: readonly DeployedClient[]
}

/** What came of a template, or of the data of another pool. */
export interface Deployment {
  readonly pools: readonly DeployedPool[]
  /** What it says and the local pool does not do. */
  readonly differences: readonly Difference[]
}

/**
 * Makes what a template asks for by the operations of the API; what is there already is brought to what the template
 * says now. Users, and what is no longer in the template, stay.
 *
 * @throws TemplateError before anything is written where the model does not allow the template, or where it changes
 *   what cannot change; else with the exception of the operation that refused
 */
export async function deploy({ resources, differences }: Plan, api: Api): Promise<Deployment> {
  const found: Found = new Map()
  for (const planned of resources) {
    if (await api.isStoredOnly(typeOf(planned).create)) {
      differences.add(planned.logicalId, 'is stored only: nothing here acts upon it')
    }
    await checkAgainstModel(planned)
    const existing = await existingOf(planned, api)
    found.set(planned, existing)
    if (!existing) continue
    if (planned.type === 'AWS::Cognito::UserPool') checkUnchangeable(planned, existing)
    if (planned.type === 'AWS::Cognito::UserPoolIdentityProvider') checkReplacement(planned, existing)
  }
  for (const planned of resources) await make(planned, found.get(planned), api)
  return { pools: poolsOf(resources, found), differences: differences.list() }
}

/** What was there already of each resource; undefined where there was nothing. */
type Found = Map<Planned, Members | undefined>

const typeOf = ({ type }: Planned): ResourceType => resourceTypeOf(type) as ResourceType

async function checkAgainstModel(planned: Planned): Promise<void> {
  const { create, also } = typeOf(planned)
  for (const operation of also ? [create, also] : [create]) {
    const { input } = model.operations[operation] ?? {}
    if (input === undefined) continue
    await explained(planned, operation, async () => validate(taken(planned.members, operation), input))
  }
}

/** What is there from an earlier start; undefined where there is nothing. */
async function existingOf(planned: Planned, api: Api): Promise<Members | undefined> {
  const { find, found = (output) => output } = typeOf(planned)
  if (!find) return undefined
  try {
    return found(await api.call(find, taken(planned.members, find)))
  } catch (error) {
    const isAbsent = error instanceof Error && /^(Resource|User)NotFoundException$/.test(error.name)
    if (isAbsent) return undefined
    throw told(planned, find, error)
  }
}

async function make(planned: Planned, existing: Members | undefined, api: Api): Promise<void> {
  const { create, update, also } = typeOf(planned)
  const { members, id } = planned
  const call = (operation: keyof Operations, input: Members, newId?: string) =>
    explained(planned, operation, () => api.call(operation, input, newId))

  if (!existing) await call(create, settings(planned, members, create), id)
  else if (update) {
    const unsaid = typeOf(planned).updatesInPart ? membersOf(update) : {}
    await call(update, { ...unsaid, ...settings(planned, { ...existing, ...members }, update) })
  }

  const added = existing && planned.type === 'AWS::Cognito::UserPool' ? newAttributes(planned, existing) : []
  if (added.length > 0) {
    await call('AddCustomAttributes', { UserPoolId: members.UserPoolId, CustomAttributes: added })
  }
  if (also) await call(also, taken(members, also))
}

/** Whether a second factor is asked for is left to `also`, which says in one request which factors there are. */
function settings(planned: Planned, members: Members, operation: string): Members {
  const input = taken(members, operation)
  if (typeOf(planned).also) delete input.MfaConfiguration
  return input
}

async function explained<Result>(
  planned: Planned,
  operation: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw told(planned, operation, error)
  }
}

/** Says of an exception whose it is. */
function told({ logicalId, type }: Planned, operation: string, error: unknown): unknown {
  return error instanceof CognitoException
    ? new TemplateError(`${logicalId} (${type})`, `${operation} refuses it. ${error.name}: ${error.message}`)
    : error
}

function poolsOf(made: readonly Planned[], found: Found): DeployedPool[] {
  const clients = made.filter(({ type }) => type === 'AWS::Cognito::UserPoolClient')
  return made
    .filter(({ type }) => type === 'AWS::Cognito::UserPool')
    .map(({ logicalId, id = '' }) => ({
      logicalId,
      userPoolId: id,
      clients: clients
        .filter(({ members }) => members.UserPoolId === id)
        .map((client) => {
          const { logicalId, id: clientId = '' } = client
          const clientSecret = secretOf(client, found.get(client))
          return { logicalId, clientId, ...(clientSecret !== undefined && { clientSecret }) }
        }),
    }))
}

/** Of a client that was there already it may be another one by now: AddUserPoolClientSecret, DeleteUserPoolClientSecret. */
function secretOf({ members }: Planned, existing: Members | undefined): string | undefined {
  const { ClientSecret } = isRecord(existing?.UserPoolClient) ? existing.UserPoolClient : members
  return typeof ClientSecret === 'string' ? ClientSecret : undefined
}
