import { type Difference, Differences } from '../definition/differences.ts'
import type { CreateUserPoolClientRequest, CreateUserPoolRequest } from '../protocol/types.generated.ts'
import {
  membersOf,
  parsed,
  recordAt,
  type StoredGroup,
  type StoredUser,
  storedGroup,
  storedUser,
  textAt,
} from './files.ts'
import { refusal } from './refusal.ts'
import { userPoolClientRequest, userPoolRequest } from './settings.ts'
import { CognitoLocalUnusableError } from './unusable.ts'

/** What a folder of cognito-local holds, looked through and not yet taken over. */
export interface CognitoLocal {
  readonly pools: readonly FoundPool[]
  /** Function names or ARNs, by the name of the trigger. */
  readonly functions: Readonly<Record<string, string>>
  /** What belongs to none of the pools and has no place here. */
  readonly differences: readonly Difference[]
}

export interface FoundPool {
  readonly file: string
  readonly id: string
  readonly request: CreateUserPoolRequest
  readonly hasSoftwareTokens: boolean
  readonly clients: readonly FoundClient[]
  readonly groups: readonly StoredGroup[]
  readonly users: readonly StoredUser[]
  readonly differences: readonly Difference[]
}

export interface FoundClient {
  readonly id: string
  readonly request: CreateUserPoolClientRequest
}

type Document = Readonly<Record<string, unknown>>

const clientsFile = 'db/clients.json'
const configFile = 'config.json'

/**
 * Reads the files of cognito-local.
 *
 * @param files the texts by their names in the folder: `db/clients.json`, `db/local_abc.json`, `config.json`
 * @throws CognitoLocalUnusableError at the first file that is not what cognito-local writes
 */
export function readFiles(files: ReadonlyMap<string, string>): CognitoLocal {
  const documents = new Map([...files].map(([file, text]) => [file, parsed(text, file)]))
  const config = documents.get(configFile) ?? {}
  const clients = membersOf(documents.get(clientsFile)?.Clients, `${clientsFile}: Clients`).map(
    ([id, client]) => [id, recordAt(client, `${clientsFile}: Clients.${id}`)] as const,
  )
  const differences = new Differences()
  const pools = [...documents]
    .filter(([file]) => file !== clientsFile && file !== configFile)
    .map(([file, document]) => poolOf(file, document, config, clients))
  const fileOf = new Map<string, string>()
  for (const { id, file } of pools) {
    const other = fileOf.get(id)
    if (other !== undefined)
      throw new CognitoLocalUnusableError(`${file}:`, `Options.Id is that of ${other}, too.`)
    fileOf.set(id, file)
  }
  for (const [id, client] of clients) {
    if (!fileOf.has(String(client.UserPoolId))) {
      differences.add(`${clientsFile} ${id}`, 'is left out: there is no file of its user pool')
    }
  }
  tellConfig(config, differences)
  return { pools, functions: functionsOf(config), differences: differences.list() }
}

function poolOf(
  file: string,
  document: Document,
  config: Document,
  clients: readonly (readonly [id: string, client: Document])[],
): FoundPool {
  const { Users, Groups, Options = optionsOf(config) } = document
  const options = recordAt(Options, `${file}: Options`)
  const id = textAt(options.Id, `${file}: Options.Id`) ?? file.replace(/^db\/|\.json$/g, '')
  checkId(id, 'UserPoolIdType', file)
  const differences = new Differences()
  const LambdaConfig = {
    ...recordAt(options.LambdaConfig ?? {}, `${file}: Options.LambdaConfig`),
    ...lambdaConfigOf(config),
  }
  const request = userPoolRequest({ ...options, LambdaConfig }, id, { file, at: id, differences })
  const { SoftwareTokenMfaConfiguration: tokens } = options
  return {
    file,
    id,
    request,
    hasSoftwareTokens:
      tokens !== undefined &&
      recordAt(tokens, `${file}: Options.SoftwareTokenMfaConfiguration`).Enabled === true,
    clients: clients
      .filter(([, client]) => client.UserPoolId === id)
      .map(([clientId, client]) => {
        checkId(clientId, 'ClientIdType', clientsFile)
        const place = { file: clientsFile, at: `${id}.${clientId}`, differences }
        return { id: clientId, request: userPoolClientRequest(client, clientId, id, place) }
      }),
    groups: named(Groups, `${file}: Groups`, storedGroup, ({ GroupName }) => GroupName),
    users: named(Users, `${file}: Users`, storedUser, ({ Username }) => Username),
    differences: differences.list(),
  }
}

/** Things that are kept by their names. */
function named<Stored>(
  value: unknown,
  at: string,
  stored: (value: unknown, at: string) => Stored,
  nameOf: (one: Stored) => string,
): Stored[] {
  return membersOf(value, at).map(([name, member]) => {
    const one = stored(member, `${at}.${name}`)
    if (nameOf(one) !== name) throw new CognitoLocalUnusableError(`${at}.${name}`, 'has another name inside.')
    return one
  })
}

// cognito-local (5.3.0) takes a file without Options as a pool with the defaults.
const optionsOf = (config: Document): Document => ({
  UsernameAttributes: ['email'],
  ...recordAt(config.UserPoolDefaults ?? {}, `${configFile}: UserPoolDefaults`),
})

/** Ids stand in the environment of apps: without them there is nothing to take over. */
function checkId(id: string, shape: string, file: string): void {
  if (refusal(id, shape) !== undefined) {
    throw new CognitoLocalUnusableError(`${file}:`, `Cognito has no such id as ${id}.`)
  }
}

const functionsOf = (config: Document): Record<string, string> =>
  Object.fromEntries(
    membersOf(config.TriggerFunctions, `${configFile}: TriggerFunctions`).map(([name, value]) => [
      name,
      textAt(value, `${configFile}: TriggerFunctions.${name}`) ?? '',
    ]),
  )

/** The functions as LambdaConfig names them, in the region and the account that cognito-local has. */
function lambdaConfigOf(config: Document): Document {
  const arnOf = (name: string) =>
    name.startsWith('arn:') ? name : `arn:aws:lambda:local:000000000000:function:${name}`
  return Object.fromEntries(
    Object.entries(functionsOf(config)).map(([trigger, name]) => [
      trigger,
      trigger === 'CustomEmailSender' ? { LambdaArn: arnOf(name), LambdaVersion: 'V1_0' } : arnOf(name),
    ]),
  )
}

// What a configuration says, and what says it here.
const elsewhere: Readonly<Record<string, string>> = {
  LambdaClient: 'is not read: --lambda-endpoint says where the functions are',
  UserPoolDefaults: 'is not read: pools that are made from now on have the defaults of Cognito',
  TokenConfig: 'is not read: tokens are issued by the address of this pool, which --endpoint may say',
  ServerConfig: 'is not read: see --host and --port',
  KMSConfig: 'is not read: custom senders get the code as it is',
}

function tellConfig(config: Document, differences: Differences): void {
  for (const name of Object.keys(config)) {
    if (name === 'TriggerFunctions') continue
    differences.add(`${configFile} ${name}`, elsewhere[name] ?? 'is unknown here')
  }
}
