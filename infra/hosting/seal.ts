// Ends the build of web/: writes into the exported pages what they may do, see page.ts.
import { join } from 'node:path'
import nextEnv from '@next/env'
import { UnsealableError } from './page.ts'
import { connectionsOf, sealSite } from './site.ts'

const web = join(import.meta.dirname, '../../web')
// As the build has read them.
const { combinedEnv } = nextEnv.loadEnvConfig(web, false, { info: () => {}, error: console.error })

// An export ends up in the build's own folder where that has another name than usual: see web/next.config.ts.
const { NEXT_DIST_DIR: folder = '.next' } = combinedEnv
const out = folder === '.next' ? 'out' : folder

try {
  const pages = sealSite(join(web, out), connectionsOf(combinedEnv))
  console.log(`${pages} pages of web/${out} have their Content Security Policy.`)
} catch (error) {
  if (!(error instanceof UnsealableError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
