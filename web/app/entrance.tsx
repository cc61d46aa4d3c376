'use client'

import { prefetch } from '@genkan/sign-in/prefetch'
import { type ComponentProps, type ReactNode, useLayoutEffect, useState } from 'react'
import type { Site } from './site'

type SiteComponent = typeof Site

interface EntranceProps extends ComponentProps<SiteComponent> {
  /** Shown until the site is there. */
  readonly waiting: ReactNode
}

/** The site's code and its texts, without one of which it could show nothing. */
async function fetchSite(): Promise<SiteComponent> {
  const texts = prefetch(process.env.NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID ?? '')
  const [{ Site }] = await Promise.all([import('./site'), texts])
  return Site
}

type Fetched = { readonly Site: SiteComponent } | { readonly thrown: unknown }

// Asked for now, before React takes over the page. A failure is told where the site is drawn.
let fetched: Fetched | undefined
const fetching =
  typeof window === 'undefined'
    ? undefined
    : fetchSite()
        .then(
          (Site): Fetched => ({ Site }),
          (thrown: unknown): Fetched => ({ thrown }),
        )
        .then((now) => {
          fetched = now
          return now
        })

/**
 * The site. Its code comes after that of React: what the exported HTML shows needs none of it. It is drawn anew and not
 * taken over from that HTML, so that the first of it that React draws is what whoever is here has to see.
 */
export function Entrance({ waiting, ...props }: EntranceProps) {
  const [site, setSite] = useState<Fetched>()

  // Before the browser paints: what is there already takes the place of the waiting in the same frame.
  useLayoutEffect(() => {
    if (fetched) setSite(fetched)
    else void fetching?.then(setSite)
  }, [])

  if (!site) return waiting
  // See error.tsx.
  if ('thrown' in site) throw site.thrown
  return <site.Site {...props} />
}
