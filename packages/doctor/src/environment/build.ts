import { readFileSync, statSync } from 'node:fs'
import { filesBelow } from './sources.ts'

/** What is known of an exported site. */
export interface Build {
  /** The user pools whose ids are in it. */
  readonly pools: readonly string[]
  /** Content security policies of its pages, each once. */
  readonly policies: readonly string[]
  has(value: string): boolean
}

/** Reads the site that `next build` exported to a folder; undefined where there is none. */
export function readBuild(folder: string): Build | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined
  const texts = filesBelow(folder, /\.(html|js|txt)$/).map((file) => readFileSync(file, 'utf8'))
  const pools = texts.flatMap((text) =>
    [...text.matchAll(/["'\\]([a-z]{2}(?:-[a-z]+)+-\d_[0-9a-zA-Z]{3,55})(?=["'\\])/g)].map(
      ([, id]) => id ?? '',
    ),
  )
  return {
    pools: [...new Set(pools)],
    policies: [...new Set(texts.flatMap(policiesOf))],
    has: (value) => texts.some((text) => text.includes(value)),
  }
}

/** The policies in the `<meta>` elements of a page. */
export function policiesOf(html: string): string[] {
  return [...html.matchAll(/<meta\b[^>]*>/gi)].flatMap(([element]) => {
    if (!/http-equiv\s*=\s*["']?content-security-policy["'\s/>]/i.test(element)) return []
    const [, , content] = /\bcontent\s*=\s*(["'])(.*?)\1/is.exec(element) ?? []
    return content === undefined ? [] : [unescaped(content)]
  })
}

const unescaped = (text: string) =>
  text
    .replace(/&(?:#x27|#39|apos);/gi, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
