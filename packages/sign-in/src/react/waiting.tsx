import { Mark } from './mark'
import { Slow } from './slow'

/**
 * What a page shows until it has fetched the entrance: the same as the entrance does until it knows who is here. It can
 * be drawn on a server, and into an exported page.
 */
export function Waiting({ title }: { readonly title: string }) {
  return (
    <div className="genkan" data-state="restoring">
      <title>{title}</title>
      <header>
        <p className="brand">
          <Mark />
          {title}
        </p>
      </header>
      <main className="waiting" aria-busy="true">
        <h1>{title}</h1>
        <span className="spinner" aria-hidden="true" />
        <Slow />
      </main>
    </div>
  )
}
