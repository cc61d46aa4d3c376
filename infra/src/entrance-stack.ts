import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Hosting } from './hosting.ts'
import { ProtectedApi } from './protected-api.ts'
import type { Settings } from './settings.ts'
import { passwordMinLength, Users } from './users.ts'

export interface EntranceStackProps extends StackProps {
  readonly settings: Settings
  /** The API's handler, as the text of one module. */
  readonly apiCode: string
}

/**
 * Everything that the page needs to know of before it can be built: the user pool, the API, and the address at which
 * the site will be. The outputs are named as the variables of the build.
 */
export class EntranceStack extends Stack {
  readonly hosting: Hosting
  readonly users: Users

  constructor(scope: Construct, id: string, { settings, apiCode, ...props }: EntranceStackProps) {
    super(scope, id, props)
    this.hosting = new Hosting(this, 'Hosting')
    const siteHost = settings.siteHost ?? this.hosting.distribution.distributionDomainName
    this.users = new Users(this, 'Users', { settings, siteHost })
    const api = new ProtectedApi(this, 'Api', {
      kind: settings.api,
      users: this.users,
      allowedOrigin: `https://${siteHost}`,
      code: apiCode,
    })
    const { pool, client, domain } = this.users
    const outputs: Record<string, string | undefined> = {
      Region: this.region,
      UserPoolId: pool.userPoolId,
      ClientId: client.userPoolClientId,
      ApiUrl: api.url,
      PasswordMinLength: String(passwordMinLength),
      FirstAuthFactors: settings.passkeys ? 'WEB_AUTHN' : undefined,
      Domain: domain?.baseUrl(),
      SiteUrl: `https://${siteHost}/`,
      DistributionUrl: `https://${this.hosting.distribution.distributionDomainName}/`,
    }
    // What the stack of the site imports: it may not be there yet when this one is deployed for the first time.
    const { bucketName, bucketArn } = this.hosting.bucket
    for (const value of [bucketName, bucketArn]) this.exportValue(value)
    for (const [name, value] of Object.entries(outputs)) if (value) new CfnOutput(this, name, { value })
  }
}
