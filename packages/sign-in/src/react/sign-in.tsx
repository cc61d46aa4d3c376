'use client'

import { type ReactNode, use } from 'react'
import { EntranceContext, useEntrance } from './context'
import { Gate } from './gate'
import { SessionProvider, type SessionProviderProps } from './session-provider'
import { SignedIn } from './signed-in'

/** What `<SignIn>` takes. Inside a `<SessionProvider>` only the children count: the rest is the provider's. */
export interface SignInProps extends SessionProviderProps {
  /** Shown to whoever is signed in, between their name and the sign-out buttons. */
  readonly children?: ReactNode
}

/** The entrance as a page: asks who is there until it knows, and then shows who it is, its children and the ways out. */
export function SignIn({ children, ...props }: SignInProps) {
  const page = <Page>{children}</Page>
  return use(EntranceContext) ? page : <SessionProvider {...props}>{page}</SessionProvider>
}

function Page({ children }: { readonly children: ReactNode }) {
  const { state, title } = useEntrance()
  return (
    <Gate framed>
      {state.name === 'signedIn' && (
        <SignedIn state={state} title={title}>
          {children}
        </SignedIn>
      )}
    </Gate>
  )
}
