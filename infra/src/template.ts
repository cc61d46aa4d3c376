import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { bundleApi } from './api-bundle.ts'
import { EntranceStack } from './entrance-stack.ts'
import { defaultSettings, type Settings } from './settings.ts'

/**
 * The stack that is deployed, in an app of its own.
 *
 * @param changed settings that are not as `cdk.json` has them
 * @param outdir where the app writes what it synthesises
 */
export async function entranceStack(outdir: string, changed: Partial<Settings> = {}): Promise<EntranceStack> {
  const settings = { ...defaultSettings(), ...changed }
  const app = new App({ outdir, analyticsReporting: false })
  return new EntranceStack(app, 'Genkan', { settings, apiCode: await bundleApi() })
}

/** The CloudFormation template that is deployed, from which the local user pool can be started. */
export async function entranceTemplate(): Promise<Record<string, unknown>> {
  const outdir = mkdtempSync(join(tmpdir(), 'genkan-cdk-'))
  try {
    const stack = await entranceStack(outdir)
    return (stack.node.root as App).synth().getStackByName(stack.stackName).template
  } finally {
    rmSync(outdir, { recursive: true })
  }
}
