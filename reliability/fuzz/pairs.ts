import type { Run } from './run.ts'

/** Parameters of an address or of a form. */
export type Pair = readonly [name: string, value: string]

/** Some of them otherwise: gone, there twice, of another name or value, and others besides. */
export function alteredPairs(run: Run, pairs: readonly Pair[]): readonly Pair[] {
  const { chance, inputs } = run
  const at = chance.below(pairs.length)
  const [name, value] = pairs[at] ?? ['', '']
  const others = pairs.filter((_, index) => index !== at)
  return chance.weighed<() => readonly Pair[]>([
    [4, () => [...others, [name, inputs.hostileText(value)]]],
    [2, () => others],
    [1, () => [...pairs, [name, value]]],
    [1, () => [...pairs, [name, inputs.hostileText(value)]]],
    [2, () => [...pairs, [inputs.hostileText(name), inputs.hostileText(value)]]],
    [0.3, () => [...pairs, ...pairs]],
    [0.1, () => Array.from({ length: 2000 }, (_, index) => [`p${index}`, 'a'] as const)],
  ])()
}

/** As a browser writes them; now and then as none does. */
export function written(run: Run, pairs: readonly Pair[]): string {
  const text = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString()
  if (run.chance.is(0.95)) return text
  return run.chance.pick([
    `${text}&%`,
    `${text}&%ff=%e3`,
    `${text}&=&&`,
    `%zz=${text}`,
    `?${text}`,
    text.replaceAll('%', '%25'),
    `${text}&a=%00`,
  ])
}

/** Any text as what a header can carry. */
export const headerOf = (text: string) => text.replace(/[^\x20-\x7e\x80-\xff]/g, '').trim()
