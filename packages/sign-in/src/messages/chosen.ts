import { read, write } from '../session/stored'
import { isLanguage, type Language, preferredLanguage } from '.'

const key = 'genkan.language'

/** The language of whoever is here: the one chosen before, else the browser's. In the browser only. */
export function chosenLanguage(): Language {
  const remembered = read('localStorage', key)
  return isLanguage(remembered) ? remembered : preferredLanguage(navigator.languages)
}

/** Remembers the choice for the next time. */
export function rememberLanguage(language: Language): void {
  write('localStorage', key, language)
}
