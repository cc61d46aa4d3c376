'use client'

import { allLanguages, nameOf } from '../messages'
import { useEntrance } from './context'
import { Mark } from './mark'

/** The same on every screen: whose entrance this is, and its languages. */
export function Header({ title }: { readonly title: string }) {
  const { state, language, choose } = useEntrance()
  return (
    <header>
      <p className="brand">
        <Mark />
        {title}
      </p>
      {/* Before anything is known the language is a guess, see useLanguageChoice. */}
      {(state.name !== 'restoring' || state.failure) &&
        allLanguages
          .filter((other) => other !== language)
          .map((other) => (
            <button key={other} type="button" className="quiet" lang={other} onClick={() => choose(other)}>
              {nameOf(other)}
            </button>
          ))}
    </header>
  )
}
