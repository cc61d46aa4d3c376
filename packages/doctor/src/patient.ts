import { join } from 'node:path'
import { type Build, readBuild } from './environment/build.ts'
import {
  type Environment,
  type Mode,
  type Readings,
  readEnvFiles,
  type Sourced,
} from './environment/env-files.ts'
import { type OldKey, oldAmplifyKeys, variablesRead } from './environment/sources.ts'
import {
  factorsOf,
  forms,
  requiredNames,
  type VariableName,
  variableNames,
  withoutQuotes,
} from './environment/variables.ts'

/** What to examine; all of it may be left out. */
export interface Question {
  /** Where the page is: its `.env*` files, its sources and `out/`. Default: the working directory. */
  readonly folder?: string
  /** Further folders in which somebody may have put a `.env` file that Next.js does not read. */
  readonly around?: readonly string[]
  /** Default: the mode in which the variables are there, development where they are in both. */
  readonly mode?: Mode
  /** Default `process.env`. */
  readonly environment?: Environment
  /** The protected API, in the place of NEXT_PUBLIC_API_URL. */
  readonly api?: string
  /** Where Cognito sends people back to after a sign-in at its domain. */
  readonly callback?: string
  /** Where it sends them after signing out there. */
  readonly logout?: string
  /** The domain of the user pool, as Amplify takes it; in the place of NEXT_PUBLIC_AWS_COGNITO_DOMAIN. */
  readonly domain?: string
  /** Where the page is served, for its headers and for CORS. */
  readonly site?: string
  /** Whose sign-in does not work: looked up with credentials. */
  readonly user?: string
  /** Signs in for real, as the page does. */
  readonly signIn?: { readonly email: string; readonly password: string }
  /** The token that the page sends to the API. Default: the ID token. */
  readonly sends?: 'id' | 'access'
  /** Asks as the administrator, too, by the AWS SDK and the credentials that it finds. */
  readonly withCredentials?: boolean
}

/** What a page talks to. */
export interface Addresses {
  /** Where the user pool is reached, without a slash at the end. */
  readonly endpoint: string | undefined
  readonly api: string | undefined
  readonly domain: string | undefined
}

/** What is examined: the configuration of a page, with everything read that there is to read on this machine. */
export interface Patient extends Pick<Question, 'callback' | 'logout' | 'domain' | 'user' | 'signIn'> {
  readonly folder: string
  readonly mode: Mode
  readonly readings: Readings
  /** The variables as the page gets them. */
  readonly variables: Readonly<Partial<Record<VariableName, Sourced>>>
  /** Values that can be asked about: quotes and spaces around them taken away, undefined where malformed. */
  readonly region: string | undefined
  readonly userPoolId: string | undefined
  readonly clientId: string | undefined
  /** Where the user pool is reached, without a slash at the end. */
  readonly endpoint: string | undefined
  readonly factors: readonly string[]
  readonly api: string | undefined
  /** Whether the address is of something protected for sure: a variable may hold what others begin with. */
  readonly isApiGiven: boolean
  readonly site: string | undefined
  /** Of the page, as the API sees it; undefined where nobody has said where it is served. */
  readonly origin: string | undefined
  /** Whether somebody has said it, and it is not only where `next dev` serves pages. */
  readonly isOriginGiven: boolean
  readonly sends: 'id' | 'access'
  readonly withCredentials: boolean
  readonly build: Build | undefined
  /** The variables that the next build reads, which is done in the mode `production`. */
  readonly ofNextBuild: Patient['variables']
  /** What a page of that build talks to. */
  readonly addressesOfNextBuild: Addresses
  readonly oldKeys: readonly OldKey[]
  /** The variables that the sources of the page read by name. */
  readonly variablesRead: readonly VariableName[]
}

/** Reads everything that is asked about. */
export function patientOf(question: Question): Patient {
  const { folder = '.', around = [], environment = process.env } = question
  const read = (mode: Mode) => readEnvFiles(folder, mode, environment, around)
  const mode = question.mode ?? modeOf(environment, read)
  const readings = read(mode)
  const variables = variablesOf(readings)
  const ofNextBuild = mode === 'production' ? variables : variablesOf(read('production'))
  const { endpoint, api, domain } = addressesOf(question, variables)
  const { callback, logout, user, signIn, sends = 'id', withCredentials = false } = question
  const site = question.site ?? (callback && URL.parse(callback)?.origin)
  return {
    folder,
    mode,
    readings,
    variables,
    region: regionOf(variables),
    userPoolId: usable(variables, 'NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID'),
    clientId: usable(variables, 'NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID'),
    endpoint,
    factors: factorsOf(usable(variables, 'NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS') ?? ''),
    api,
    isApiGiven: question.api !== undefined,
    site: question.site,
    // In development it is where `next dev` serves it.
    origin: site ? URL.parse(site)?.origin : mode === 'development' ? 'http://localhost:3000' : undefined,
    isOriginGiven: Boolean(site),
    sends,
    withCredentials,
    build: readBuild(join(folder, 'out')),
    ofNextBuild,
    addressesOfNextBuild: addressesOf(question, ofNextBuild),
    oldKeys: oldAmplifyKeys(folder),
    variablesRead: variablesRead(folder, variableNames),
    ...(callback !== undefined && { callback }),
    ...(logout !== undefined && { logout }),
    ...(domain !== undefined && { domain }),
    ...(user !== undefined && { user }),
    ...(signIn !== undefined && { signIn }),
  }
}

/** The mode in which the variables are there; development where they are in both, or in none. */
function modeOf({ NODE_ENV }: Environment, read: (mode: Mode) => Readings): Mode {
  if (NODE_ENV === 'production' || NODE_ENV === 'development') return NODE_ENV
  const found = (mode: Mode) => requiredNames.filter((name) => read(mode).values.get(name)?.value).length
  return found('production') > found('development') ? 'production' : 'development'
}

const variablesOf = ({ values }: Readings): Patient['variables'] =>
  Object.fromEntries(variableNames.flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : [])))

/** The value of a variable, where it can be asked about. */
function usable(variables: Patient['variables'], name: VariableName): string | undefined {
  const value = withoutQuotes(variables[name]?.value ?? '')
  return value !== '' && forms[name].fits(value) ? value : undefined
}

/** As Amplify does: the region is the user pool's, whatever another variable says. */
function regionOf(variables: Patient['variables']): string | undefined {
  const userPoolId = usable(variables, 'NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID')
  return userPoolId?.slice(0, userPoolId.indexOf('_')) ?? usable(variables, 'NEXT_PUBLIC_AWS_COGNITO_REGION')
}

/** What a page with these variables talks to, unless the question names others. */
function addressesOf({ api, domain }: Question, variables: Patient['variables']): Addresses {
  const region = regionOf(variables)
  return {
    endpoint:
      usable(variables, 'NEXT_PUBLIC_AWS_COGNITO_ENDPOINT')?.replace(/\/+$/, '') ??
      (region && `https://cognito-idp.${region}.${suffixOf(region)}`),
    api: api ?? usable(variables, 'NEXT_PUBLIC_API_URL'),
    domain: domain ?? usable(variables, 'NEXT_PUBLIC_AWS_COGNITO_DOMAIN'),
  }
}

// documented: the regions of China have a suffix of their own.
const suffixOf = (region: string) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')
