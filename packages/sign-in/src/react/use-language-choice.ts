'use client'

import { useCallback, useEffect, useState } from 'react'
import { fetchMessages, type Language } from '../messages'
import { chosenLanguage, rememberLanguage } from '../messages/chosen'
import type { Messages } from '../messages/messages'

/** A language, and its texts. */
export interface Spoken {
  readonly language: Language
  readonly messages: Messages
}

/** Between one try to fetch the first texts and the next, in milliseconds. */
const pause = 3000

/**
 * The language: the one chosen before, else the browser's. Undefined in the exported HTML, which is the same for
 * everyone, and until the browser has been asked and has fetched the texts.
 */
export function useLanguageChoice(): [Spoken | undefined, (language: Language) => void] {
  const [spoken, setSpoken] = useState<Spoken>()

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
          // Without them there are no words to say so in.
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
    fetchMessages(language).then(
      (messages) => {
        rememberLanguage(language)
        setSpoken({ language, messages })
      },
      // Without a network the page goes on in the language that it has.
      () => undefined,
    )
  }, [])

  return [spoken, choose]
}
