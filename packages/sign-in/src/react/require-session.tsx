'use client'

import type { ReactNode } from 'react'
import { Gate } from './gate'

/**
 * Shows its children to whoever is signed in, and the entrance in their place to everybody else; at the same address,
 * so that whoever has signed in is where they wanted to be. Inside a `<SessionProvider>`.
 *
 * It guards the view, not the data: everything that the page brings along can be read by whoever fetches its files.
 * What is for some people only belongs behind an API that verifies their token.
 */
export function RequireSession({ children }: { readonly children: ReactNode }) {
  return <Gate>{children}</Gate>
}
