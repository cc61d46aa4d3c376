'use client'

import { SignIn } from '@genkan/sign-in'
import { lazy, Suspense } from 'react'
import type { Configuration } from '../configuration'
import { ApiCall } from './api-call'
import { IdToken } from './id-token'
import { NextSteps } from './next-steps'

// The condition is a constant of the build: without the variable neither the strip nor its import is in the site.
const LocalUserPool = process.env.NEXT_PUBLIC_AWS_COGNITO_ENDPOINT
  ? lazy(() => import('./local-user-pool/strip'))
  : undefined

/** The whole site: the entrance, and behind it what somebody who is signed in can try. */
export function Site({ configuration: { cognito, apiUrl } }: { readonly configuration: Configuration }) {
  return (
    <SignIn
      configuration={cognito}
      title="Genkan"
      aside={
        LocalUserPool &&
        cognito.userPoolEndpoint && (
          <Suspense>
            <LocalUserPool endpoint={cognito.userPoolEndpoint} />
          </Suspense>
        )
      }
    >
      <IdToken />
      <ApiCall apiUrl={apiUrl} />
      <NextSteps />
    </SignIn>
  )
}
