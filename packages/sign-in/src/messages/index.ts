import type { Messages } from './messages'

/** Every language. A new one is its file and its line here. */
const languages = {
  ja: { name: '日本語', fetch: () => import('./ja').then(({ ja }) => ja) },
  en: { name: 'English', fetch: () => import('./en').then(({ en }) => en) },
} as const

/** A language that the entrance speaks, as in `<html lang>`. */
export type Language = keyof typeof languages

/** In the order in which they are offered. */
export const allLanguages = Object.keys(languages).filter(isLanguage)

/** What the language calls itself. */
export function nameOf(language: Language): string {
  return languages[language].name
}

const fetched: Partial<Record<Language, Messages>> = {}

/** Its texts, which are fetched when first asked for. */
export async function fetchMessages(language: Language): Promise<Messages> {
  const messages = await languages[language].fetch()
  fetched[language] = messages
  return messages
}

/** Its texts, where they have been fetched already. */
export function fetchedMessages(language: Language): Messages | undefined {
  return fetched[language]
}

/** Whether this is one of ours. */
export function isLanguage(tag: string | undefined): tag is Language {
  return tag !== undefined && Object.hasOwn(languages, tag)
}

/** The first language of the reader that is spoken here; English for everybody else. */
export function preferredLanguage(tags: readonly string[]): Language {
  return tags.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'
}
