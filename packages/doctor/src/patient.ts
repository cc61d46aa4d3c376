import { join } from 'node:path'
import { type Build, readBuild } from './environment/build.ts'
import {
  type Environment,
  type Mode,
  type Readings,
  readEnvFiles,
  type Sourced,
} from './environment/env-files.ts'
import { type OldKey, oldAmplifyKeys } from './environment/sources.ts'
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
  readonly site: string | undefined
  /** Of the page, as the API sees it; undefined where nobody has said where it is served. */
  readonly origin: string | undefined
  readonly sends: 'id' | 'access'
  readonly withCredentials: boolean
  readonly build: Build | undefined
  /** The variables that the next build reads, which is done in the mode `production`. */
  readonly ofNextBuild: Patient['variables']
  readonly oldKeys: readonly OldKey[]
}

/** Reads everything that is asked about. */
export function patientOf(question: Question): Patient {
  const { folder = '.', around = [], environment = process.env } = question
  const read = (mode: Mode) => readEnvFiles(folder, mode, environment, around)
  const mode = question.mode ?? modeOf(environment, read)
  const readings = read(mode)
  const variables = variablesOf(readings)
  const usable = (name: VariableName) => {
    const value = withoutQuotes(variables[name]?.value ?? '')
    return value !== '' && forms[name].fits(value) ? value : undefined
  }
  const userPoolId = usable('NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID')
  // As Amplify does: the region is the user pool's, whatever another variable says.
  const region = userPoolId?.slice(0, userPoolId.indexOf('_')) ?? usable('NEXT_PUBLIC_AWS_COGNITO_REGION')
  const { callback, logout, user, signIn, sends = 'id', withCredentials = false } = question
  const domain = question.domain ?? usable('NEXT_PUBLIC_AWS_COGNITO_DOMAIN')
  const site = question.site ?? (callback && URL.parse(callback)?.origin)
  return {
    folder,
    mode,
    readings,
    variables,
    region,
    userPoolId,
    clientId: usable('NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID'),
    endpoint:
      usable('NEXT_PUBLIC_AWS_COGNITO_ENDPOINT')?.replace(/\/+$/, '') ??
      (region && `https://cognito-idp.${region}.${suffixOf(region)}`),
    factors: factorsOf(usable('NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS') ?? ''),
    api: question.api ?? usable('NEXT_PUBLIC_API_URL'),
    site: question.site,
    // In development it is where `next dev` serves it.
    origin: site ? URL.parse(site)?.origin : mode === 'development' ? 'http://localhost:3000' : undefined,
    sends,
    withCredentials,
    build: readBuild(join(folder, 'out')),
    ofNextBuild: variablesOf(mode === 'production' ? readings : read('production')),
    oldKeys: oldAmplifyKeys(folder),
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

// documented: the regions of China have a suffix of their own.
const suffixOf = (region: string) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')
