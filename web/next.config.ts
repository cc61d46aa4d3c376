import { fileURLToPath } from 'node:url'
import { withNativeSrp } from '@genkan/native-srp'
import type { NextConfig } from 'next'
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import { environment, explain, problemsOf } from './configuration'

const config: NextConfig = {
  output: 'export',
  // So that the journeys build beside, and not over, what is about to be deployed.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  transpilePackages: ['@genkan/sign-in', '@genkan/native-srp'],
  turbopack: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    // Amplify's hashing asks whether there is a Buffer, for which Next.js brings one of 7 kB along; the browser's own
    // TextEncoder does it where there is none.
    resolveAlias: { 'next/dist/compiled/buffer': './no-buffer.ts' },
  },
  reactStrictMode: true,
  // The development server would write the code of a hosted sign-in to the terminal.
  logging: { incomingRequests: { ignore: [/[?&]code=/] } },
  // Only a variable with a value becomes a constant of the build. This one must be a constant when it is empty, too:
  // by it the local user pool's strip is left out.
  env: { NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: environment.NEXT_PUBLIC_AWS_COGNITO_ENDPOINT ?? '' },
}

/** A build that could only fail in the browser of whoever opens it must fail here; development says it on the page. */
export default function configure(phase: string): NextConfig {
  if (phase === PHASE_PRODUCTION_BUILD) {
    const problems = problemsOf(environment)
    if (problems.length > 0) {
      console.error(`\n${explain(problems)}\n`)
      process.exit(1)
    }
    if (environment.NEXT_PUBLIC_AWS_COGNITO_ENDPOINT) {
      // Said aloud, because a site that was built so signs nobody in who is not on this machine.
      console.warn(
        `\nThis build is for the local user pool at ${environment.NEXT_PUBLIC_AWS_COGNITO_ENDPOINT}. For Amazon Cognito, build without NEXT_PUBLIC_AWS_COGNITO_ENDPOINT.\n`,
      )
    }
  }
  return withNativeSrp(config)
}
