'use client'

import { prefetch } from '@genkan/sign-in/prefetch'
import { type ComponentProps, lazy, Suspense } from 'react'
import type { Site } from './site'

const fetchSite = () => import('./site').then(({ Site }) => ({ default: Site }))
const LateSite = lazy(fetchSite)

// Asked for now, before React takes over the page. A failure is told where the site is drawn.
if (typeof window !== 'undefined') {
  fetchSite().catch(() => undefined)
  prefetch(process.env.NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID ?? '')
}

/** The site. Its code comes after that of React: what the exported HTML shows needs none of it. */
export function Entrance(props: ComponentProps<typeof Site>) {
  return (
    <Suspense>
      <LateSite {...props} />
    </Suspense>
  )
}
