import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'vite'
import { arithmetic } from './amplify.ts'
import replaceArithmetic from './loader.ts'
import { N, srpFolder } from './test-amplify.ts'

/** What a sign-in is calculated from: the numbers in hexadecimal, and who signs in where. */
export interface SignIn {
  readonly poolName: string
  readonly username: string
  readonly password: string
  readonly a: string
  readonly B: string
  readonly salt: string
}

export type ProofOf = (signIn: SignIn) => Promise<string>

/** The script that sets `proofOf`, which calculates as Amplify does, with its own arithmetic or with that of this package. */
export async function bundleProof(kind: 'amplify' | 'native'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'amplify-srp': srpFolder } },
    plugins: [
      {
        name: 'native-srp',
        transform: (source, resourcePath) =>
          kind === 'native' && resourcePath.endsWith(arithmetic)
            ? replaceArithmetic.call({ resourcePath }, source)
            : undefined,
      },
    ],
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'test-proof.mjs'), formats: ['iife'], name: 'proof' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const script = output && 'output' in output ? output.output[0].code : ''
  if (script.includes('An exponent below zero') !== (kind === 'native')) throw new Error('A wrong bundle')
  return script
}

/** The alphabets that passwords are made from; the last has what takes two units of UTF-16, or joins. */
const alphabets = ['aZ9!#', 'ぁんアヶ漢字', 'Ａ１！ｱﾝ', 'äßÇñøŁ', 'кЖяאבجع', '한글ไทย', '👩‍👩‍👧🔑e\u0301𠮷']

/** A thousand sign-ins, the same each time. */
export const signIns: readonly SignIn[] = Array.from({ length: 1000 }, (_, index) => {
  const hex = (what: string, bytes: number) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, block) =>
      createHash('sha256').update(`${index} ${what} ${block}`).digest('hex'),
    )
    return blocks.join('').slice(0, bytes * 2)
  }
  const text = (what: string, length: number) =>
    Array.from({ length }, (_, place) => {
      const characters = Array.from(alphabets[(index + (place >> 2)) % alphabets.length] as string)
      return characters[Number.parseInt(hex(`${what} ${place}`, 4), 16) % characters.length]
    }).join('')
  // Every tenth number is short, for the edges of padding.
  const short = (bytes: number) => (index % 10 === 0 ? bytes - (index % 7) - 1 : bytes)
  return {
    poolName: `Pool${index}`,
    username: index % 3 === 0 ? text('username', 8) : hex('username', 16),
    password: text('password', 8 + (index % 24)),
    a: hex('a', short(128)),
    B: (BigInt(`0x${hex('B', short(384))}`) % BigInt(`0x${N}`)).toString(16),
    salt: hex('salt', short(16)),
  }
})

/** Enough of a proof to tell it from any other, and little enough to keep a thousand. */
export function digestOf(proof: string): string {
  return createHash('sha256').update(proof).digest('hex').slice(0, 12)
}
