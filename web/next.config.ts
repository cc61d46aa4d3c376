import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import { environment, explain, problemsOf } from './configuration'

const config: NextConfig = {
  output: 'export',
  transpilePackages: ['@genkan/sign-in'],
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
  reactStrictMode: true,
}

/** A build that could only fail in the browser of whoever opens it must fail here; development says it on the page. */
export default function configure(phase: string): NextConfig {
  if (phase === PHASE_PRODUCTION_BUILD) {
    const problems = problemsOf(environment)
    if (problems.length > 0) {
      console.error(`\n${explain(problems)}\n`)
      process.exit(1)
    }
  }
  return config
}
