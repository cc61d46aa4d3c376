import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How we know what Amazon Cognito does: a comment that begins with its kind. */
export interface Mark {
  readonly kind: 'documented' | 'observed' | 'assumed' | 'differs'
  readonly text: string
  /** From the folder. */
  readonly file: string
}

/** The marks in the sources of a folder. */
export function marksIn(folder: string): Mark[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\.generated\.ts$/.test(file))
    .sort()
    .flatMap((file) => marksOf(folder, file))
}

/**
 * A mark is a comment of one or more lines that begins with its kind; a further mark in it begins a new one. A mark
 * about words is followed by them.
 */
function marksOf(folder: string, file: string): Mark[] {
  const source = readFileSync(join(folder, file), 'utf8')
  const comments = source.matchAll(/((?:^[ \t]*\/\/ .*\n)+)(?=((?:.*\n){0,3}))/gm)
  return [...comments].flatMap(([, comment = '', code = '']) => {
    const text = comment
      .replace(/^[ \t]*\/\/ /gm, '')
      .replace(/\n/g, ' ')
      .trim()
    const marks = text.matchAll(
      /\b(documented|observed|assumed|differs): (.*?)(?=\s+(?:documented|observed|assumed|differs): |$)/g,
    )
    return [...marks].map(([, kind, said = '']) => ({
      kind: kind as Mark['kind'],
      text: /\b(words|wording)\b/.test(said) ? `${said}${quoted(code)}` : said,
      file,
    }))
  })
}

/** The first sentence in the code. */
function quoted(code: string): string {
  const [, words] = /['`]([A-Z$][^'`\n]* [^'`\n]*)['`]/.exec(code) ?? []
  return words === undefined ? '' : ` “${words}”`
}
