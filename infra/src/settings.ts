import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a deployment can be told, by `context` in `cdk.json` or by `--context name=value`. */
export interface Settings {
  /** What the user pool can do, and what each of its users costs. */
  readonly featurePlan: FeaturePlan
  /** Which kind of API Gateway stands in front of the protected API. */
  readonly api: ApiKind
  /** Whether people can sign in by a passkey, too. Not on the plan LITE. */
  readonly passkeys: boolean
  /** The prefix of the domain of the managed login pages; without one there are none. */
  readonly domainPrefix?: string
  /** The host of the site, such as `app.example.com`, where it is another than CloudFront's own. */
  readonly siteHost?: string
  /** Whether `cdk destroy` deletes the users, too. For trials. */
  readonly disposable: boolean
}

const featurePlans = ['LITE', 'ESSENTIALS', 'PLUS'] as const
export type FeaturePlan = (typeof featurePlans)[number]

const apiKinds = ['http', 'rest'] as const
export type ApiKind = (typeof apiKinds)[number]

/** A setting that cannot be used. The message names it and says what belongs there. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/**
 * Reads the settings from the context of CDK.
 *
 * @throws {SettingsError} names the first setting that cannot be used
 */
export function readSettings(contextOf: (name: string) => unknown): Settings {
  const featurePlan = oneOf(featurePlans, 'featurePlan', contextOf)
  const passkeys = isOn('passkeys', contextOf)
  if (passkeys && featurePlan === 'LITE') {
    throw new SettingsError('passkeys is true, which the feature plan LITE does not have. Take ESSENTIALS.')
  }
  const domainPrefix = contextOf('domainPrefix') ?? ''
  // The pattern is that of `DomainType` in the API model of Amazon Cognito.
  if (typeof domainPrefix !== 'string' || !/^([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)?$/.test(domainPrefix)) {
    throw new SettingsError(
      `domainPrefix is "${domainPrefix}". It is at most 63 lower-case letters, digits and hyphens, or empty.`,
    )
  }
  const siteHost = contextOf('siteHost') ?? ''
  if (
    typeof siteHost !== 'string' ||
    (siteHost !== '' && URL.parse(`https://${siteHost}/`)?.host !== siteHost)
  ) {
    throw new SettingsError(
      `siteHost is "${siteHost}". It is a host alone, such as app.example.com, or empty.`,
    )
  }
  return {
    featurePlan,
    api: oneOf(apiKinds, 'api', contextOf),
    passkeys,
    ...(domainPrefix !== '' && { domainPrefix }),
    ...(siteHost !== '' && { siteHost }),
    disposable: isOn('disposable', contextOf),
  }
}

// documented: the regions of the other partitions begin so, and no region of the partition `aws` does.
const otherPartitions: readonly (readonly [prefix: RegExp, where: string])[] = [
  [/^cn-/, 'in China'],
  [/^us-gov-/, 'of GovCloud'],
  [/^eusc-/, 'of the European Sovereign Cloud'],
  [/^(us|eu)-iso/, 'of an isolated partition'],
]

/**
 * Refuses a region that is not of the partition `aws`, before anything is made there.
 *
 * @param region that CDK deploys to, undefined where it knows none
 * @throws {SettingsError} says where the region is
 */
export function checkRegion(region: string | undefined): void {
  const [, where] = otherPartitions.find(([prefix]) => prefix.test(region ?? '')) ?? []
  if (where === undefined) return
  throw new SettingsError(
    `The region is ${region}, ${where}, which is not supported: the template names services and addresses that are not there. Take a region such as ap-northeast-1, by AWS_REGION or by the region of the profile.`,
  )
}

/** The settings as `cdk.json` has them. */
export function defaultSettings(): Settings {
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8'))
  return readSettings((name) => context[name])
}

function oneOf<Value extends string>(
  values: readonly Value[],
  name: string,
  contextOf: (name: string) => unknown,
): Value {
  const value = contextOf(name)
  const found = values.find((known) => known === value)
  if (found === undefined)
    throw new SettingsError(`${name} is "${value}". It is one of ${values.join(', ')}.`)
  return found
}

/** On the command line every value is a text. */
function isOn(name: string, contextOf: (name: string) => unknown): boolean {
  const value = String(contextOf(name))
  if (value !== 'true' && value !== 'false')
    throw new SettingsError(`${name} is "${value}". It is true or false.`)
  return value === 'true'
}
