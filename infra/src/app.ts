import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { bundleApi } from './api-bundle.ts'
import { EntranceStack } from './entrance-stack.ts'
import { checkRegion, readSettings, SettingsError } from './settings.ts'
import { SiteStack } from './site-stack.ts'

const out = join(import.meta.dirname, '../../web/out')

try {
  const app = new App()
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  const settings = readSettings((name) => app.node.tryGetContext(name))
  // Where the command has an account, the stacks are for it; without one they are for any.
  const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env
  checkRegion(region)
  const env = account && region ? { account, region } : {}
  const entrance = new EntranceStack(app, 'Genkan', { settings, apiCode: await bundleApi(), env })
  // The first step of a deployment leaves it out, see deployment.ts.
  if (String(app.node.tryGetContext('site')) !== 'false')
    new SiteStack(app, 'GenkanSite', { hosting: entrance.hosting, out, env })
  app.synth()
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
