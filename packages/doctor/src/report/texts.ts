import type { Language } from '../diagnosis.ts'

interface Texts {
  readonly examined: string
  readonly cause: string
  readonly cure: string
  readonly console: string
  readonly command: string
  readonly more: string
  readonly notExamined: string
  readonly none: string
  count(errors: number, warnings: number): string
  mode(mode: string, folder: string): string
}

export const texts: Readonly<Record<Language, Texts>> = {
  en: {
    examined: 'Examined',
    cause: 'Cause',
    cure: 'Cure',
    console: 'Console',
    command: 'Command',
    more: 'More',
    notExamined: 'Not looked at, and what would have it looked at:',
    none: 'Nothing is wrong with what was looked at.',
    count: (errors, warnings) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    mode: (mode, folder) => `as Next.js reads it in the folder ${folder}, in the mode ${mode}`,
  },
  ja: {
    examined: '診断の対象',
    cause: '原因',
    cure: '対処',
    console: 'コンソール',
    command: 'コマンド',
    more: '詳細',
    notExamined: '調べていないこと（左のオプションを付けると調べます）：',
    none: '調べた範囲では、問題は見つかりませんでした。',
    count: (errors, warnings) => `エラー ${errors} 件、警告 ${warnings} 件`,
    mode: (mode, folder) => `フォルダー ${folder} の、Next.js のモード ${mode} での設定`,
  },
}
