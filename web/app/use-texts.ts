'use client'

import { useLanguage } from '@genkan/sign-in'
import { en } from './messages/en'
import { ja } from './messages/ja'
import type { Texts } from './messages/texts'

/** The texts of this site in the language of the entrance. */
export function useTexts(): Texts {
  return { ja, en }[useLanguage()]
}
