import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BigInteger } from './browser/big-integer.ts'

// npm may put it below aws-amplify, so it is looked for from there.
const fromAmplify = createRequire(createRequire(import.meta.url).resolve('aws-amplify'))
const auth = join(dirname(fromAmplify.resolve('@aws-amplify/auth')), '../..')

/** Where Amplify has its SRP. */
export const srpFolder = join(auth, 'dist/esm/providers/cognito/utils/srp')

const load = (file: string) => import(pathToFileURL(join(srpFolder, file)).href)

/** The class that this package replaces. */
export const Jsbn: typeof BigInteger = (await load('BigInteger/BigInteger.mjs')).default

/** The modulus of Amplify's group, in hexadecimal. */
export const N: string = (await load('constants.mjs')).INIT_N
