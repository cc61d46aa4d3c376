import type { Language } from '../../messages'
import { useLanguage } from '../../react/context'
import { en } from './en'
import { ja } from './ja'
import type { AccountMessages } from './messages'

const languages: Readonly<Record<Language, AccountMessages>> = { ja, en }

/** The texts of the account page, which come with it, in one language. */
export function accountMessagesIn(language: Language): AccountMessages {
  return languages[language]
}

/** The same in the language of the entrance. */
export function useAccountMessages(): AccountMessages {
  return accountMessagesIn(useLanguage())
}
