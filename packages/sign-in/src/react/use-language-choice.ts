'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { fetchedMessages, fetchMessages, type Language } from '../messages'
import { chosenLanguage, rememberLanguage } from '../messages/chosen'
import type { Messages } from '../messages/messages'

/** A language, and its texts. */
export interface Spoken {
  readonly language: Language
  readonly messages: Messages
}

/** What is spoken, and how to choose another language. */
export interface LanguageChoice {
  /**
   * The language chosen before, else the browser's. Undefined in the exported HTML, which is the same for everyone, and
   * until the browser has been asked and has fetched the texts.
   */
  readonly spoken: Spoken | undefined
  /** The language that was chosen and could not be fetched. */
  readonly missed: Language | undefined
  readonly choose: (language: Language) => void
}

/** Between one try to fetch the first texts and the next, in milliseconds. */
const pause = 3000

const never = () => () => undefined

export function useLanguageChoice(): LanguageChoice {
  // Not while React takes over exported HTML: it has to find there what it draws.
  const isFree = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [spoken, setSpoken] = useState(() => (isFree ? spokenAtOnce() : undefined))
  const [missed, setMissed] = useState<Language>()

  useEffect(() => {
    const language = chosenLanguage()
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    function speak() {
      fetchMessages(language).then(
        (messages) => {
          if (!isOver) setSpoken((now) => now ?? { language, messages })
        },
        () => {
          // There are no words of this language to say so in.
          if (!isOver) timer = setTimeout(speak, pause)
        },
      )
    }
    speak()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [])

  const choose = useCallback((language: Language) => {
    setMissed(undefined)
    fetchMessages(language).then(
      (messages) => {
        rememberLanguage(language)
        setSpoken({ language, messages })
      },
      // The page goes on in the language that it has.
      () => setMissed(language),
    )
  }, [])

  return { spoken, missed, choose }
}

/** Without a wait in which nothing could be shown, where the texts have been fetched before the entrance is drawn. */
function spokenAtOnce(): Spoken | undefined {
  const language = chosenLanguage()
  const messages = fetchedMessages(language)
  return messages && { language, messages }
}
