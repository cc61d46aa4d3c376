import type { JWTPayload } from 'jose'
import type { ClientMetadataType } from '../protocol/types.generated.ts'
import { listOf, recordOf, textOf, textsOf } from './lambda-output.ts'
import type { GroupConfiguration, TokenSource } from './trigger-events.ts'
import { attributesFor, runTrigger, type TriggerPlace } from './triggers.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import type { World } from './world.ts'

/** Why tokens are made, and what the request said to triggers. */
export interface TokenOccasion {
  readonly source: TokenSource
  readonly clientMetadata?: ClientMetadataType | undefined
}

/** What the two tokens say. */
export interface TokenClaims {
  readonly access: JWTPayload
  readonly id: JWTPayload
}

type Change = Readonly<Record<string, unknown>>

// documented: what no trigger changes, in either token; nor anything else that begins with `cognito:` or `dev:`.
const fixed = new Set(
  `acr amr at_hash auth_time aud azp client_id device_key event_id exp iat identities iss jti nbf nonce origin_jti scope
   sub token_use username version`.split(/\s+/),
)
const groupClaims = new Set(['cognito:groups', 'cognito:roles', 'cognito:preferred_role'])

// assumed: what may not be changed stays as it is, without a word.
const isChangeable = (name: string) =>
  groupClaims.has(name) || !(fixed.has(name) || /^(cognito|dev):/.test(name))

/** Asks PreTokenGeneration what the tokens are to say. */
export async function customised(
  world: World,
  place: Required<TriggerPlace>,
  user: User,
  { source, clientMetadata }: TokenOccasion,
  claims: TokenClaims,
): Promise<TokenClaims> {
  const version = versionOf(place.pool)
  const scopes = scopesOf(claims.access)
  const response = await runTrigger(world, 'PreTokenGeneration', place, {
    version,
    userName: user.username,
    triggerSource: `TokenGeneration_${source}`,
    request: {
      userAttributes: attributesFor(user),
      groupConfiguration: groupsIn(claims.id),
      ...(version !== '1' && { scopes }),
      ...(clientMetadata && { clientMetadata }),
    },
    response: version === '1' ? { claimsOverrideDetails: null } : { claimsAndScopeOverrideDetails: null },
  })
  if (!response) return claims
  if (version === '1') {
    const change = recordOf(response.claimsOverrideDetails)
    // documented: in the first version the claims of the ID token alone, as texts.
    textsOf(change.claimsToAddOrOverride)
    const { access, id } = withGroups(claims, change)
    return { access, id: changed(id, change) }
  }
  const change = recordOf(response.claimsAndScopeOverrideDetails)
  const { access, id } = withGroups(claims, change)
  const ofAccess = recordOf(change.accessTokenGeneration)
  return {
    access: withAudience(withScopes(changed(access, ofAccess), scopes, ofAccess), ofAccess, place),
    id: changed(id, recordOf(change.idTokenGeneration)),
  }
}

/** Asks PreTokenGeneration what the access token of an app client itself is to say. */
// documented: in client-credentials grants and GetClientToken (developer guide), where the event has the third version.
// observed: `userAttributes` is there, in functions of public repositories. assumed: it is empty, there are no groups,
// and `userName` is the client's id, as `sub` of the token is.
export async function customisedForClient(
  world: World,
  place: Required<TriggerPlace>,
  clientMetadata: ClientMetadataType | undefined,
  access: JWTPayload,
): Promise<JWTPayload> {
  const version = versionOf(place.pool)
  if (version !== '3') return access
  const scopes = scopesOf(access)
  const response = await runTrigger(world, 'PreTokenGeneration', place, {
    version,
    userName: String(access.sub),
    triggerSource: 'TokenGeneration_ClientCredentials',
    request: {
      userAttributes: {},
      groupConfiguration: groupsIn({}),
      scopes,
      ...(clientMetadata && { clientMetadata }),
    },
    response: { claimsAndScopeOverrideDetails: null },
  })
  const change = recordOf(recordOf(response?.claimsAndScopeOverrideDetails).accessTokenGeneration)
  return withAudience(withScopes(changed(access, change), scopes, change), change, place)
}

/** The version of the event, as the pool is configured. */
function versionOf({ LambdaConfig }: UserPool): '1' | '2' | '3' {
  switch (LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion) {
    case 'V2_0':
      return '2'
    case 'V3_0':
      return '3'
    default:
      return '1'
  }
}

const scopesOf = ({ scope }: JWTPayload) =>
  String(scope ?? '')
    .split(' ')
    .filter(Boolean)

function groupsIn(id: JWTPayload): GroupConfiguration {
  return {
    groupsToOverride: listOf(id['cognito:groups']),
    iamRolesToOverride: listOf(id['cognito:roles']),
    preferredRole: textOf(id['cognito:preferred_role']) ?? null,
  }
}

// documented: where it is null or empty, the tokens say nothing of groups; left out, it changes nothing.
// assumed: groups change in both tokens, in every version of the event.
function withGroups({ access, id }: TokenClaims, { groupOverrideDetails }: Change): TokenClaims {
  if (groupOverrideDetails === undefined) return { access, id }
  const details = recordOf(groupOverrideDetails)
  const groups = listOf(details.groupsToOverride)
  const roles = listOf(details.iamRolesToOverride)
  const preferred = textOf(details.preferredRole)
  const names = groups.length > 0 && { 'cognito:groups': groups }
  return {
    access: { ...without(access, groupClaims), ...names },
    id: {
      ...without(id, groupClaims),
      ...names,
      ...(roles.length > 0 && { 'cognito:roles': roles }),
      ...(preferred && { 'cognito:preferred_role': preferred }),
    },
  }
}

// documented: what is both added and suppressed is suppressed.
function changed(claims: JWTPayload, change: Change): JWTPayload {
  const added = Object.entries(recordOf(change.claimsToAddOrOverride)).filter(([name]) => isChangeable(name))
  const suppressed = listOf(change.claimsToSuppress).filter(isChangeable)
  return without({ ...claims, ...Object.fromEntries(added) }, new Set(suppressed))
}

// documented: scopes have no spaces. assumed: of Cognito's own, only the one that the user pools API wants can be added.
function withScopes(access: JWTPayload, scopes: readonly string[], change: Change): JWTPayload {
  const isAddable = (scope: string) =>
    /^\S+$/.test(scope) && (!scope.startsWith('aws.cognito.') || scope === 'aws.cognito.signin.user.admin')
  const suppressed = listOf(change.scopesToSuppress)
  const all = [...new Set([...scopes, ...listOf(change.scopesToAdd).filter(isAddable)])]
  return { ...access, scope: all.filter((scope) => !suppressed.includes(scope)).join(' ') }
}

// documented: an access token may be given an audience, which has to be the app client.
function withAudience(access: JWTPayload, change: Change, { client }: Required<TriggerPlace>): JWTPayload {
  const { aud } = recordOf(change.claimsToAddOrOverride)
  return client && aud === client.ClientId ? { ...access, aud: client.ClientId } : access
}

function without(claims: JWTPayload, names: ReadonlySet<string>): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !names.has(name)))
}
