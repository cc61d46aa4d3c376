import { en } from './en.ts'
import { ja } from './ja.ts'
import type { Texts } from './texts.ts'

/** The languages of the pages: a file of this folder each. */
export const texts = { ja, en } as const satisfies Readonly<Record<string, Texts>>

export type Language = keyof typeof texts
