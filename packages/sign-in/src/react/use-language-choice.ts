'use client'

import { useCallback, useEffect, useState } from 'react'
import { isLanguage, type Language, preferredLanguage } from '../messages'
import { rememberedLanguage } from '../session/storage'

/**
 * The language: the one chosen before, else the browser's. Undefined in the exported HTML, which is the same for
 * everyone, and until the browser has been asked.
 */
export function useLanguageChoice(): [Language | undefined, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>()

  useEffect(() => {
    const remembered = rememberedLanguage.read()
    setLanguage(isLanguage(remembered) ? remembered : preferredLanguage(navigator.languages))
  }, [])

  const choose = useCallback((chosen: Language) => {
    rememberedLanguage.write(chosen)
    setLanguage(chosen)
  }, [])

  return [language, choose]
}
