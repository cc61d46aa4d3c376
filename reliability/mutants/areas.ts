/** A part of the sources that is changed, and the tests that are to notice. */
export interface Area {
  readonly files: readonly string[]
  readonly tests: readonly string[]
}

const pool = 'packages/local-user-pool/src'
const signIn = 'packages/sign-in/src'

/** What decides: of the pool the pure part and the wire, of the entrance the flow, and the API. */
export const areas: Readonly<Record<string, Area>> = {
  core: { files: [`${pool}/core/*.ts`], tests: [`${pool}/core/*.test.ts`] },
  protocol: {
    files: [`${pool}/protocol/*.ts`],
    // Not `any-input`, which sends what is random, and not `constraints`, which takes as long as all others: what these
    // two notice besides is not counted.
    tests: [`${pool}/protocol/!(any-input|constraints).test.ts`],
  },
  machine: {
    files: [`${signIn}/{machine,step}.ts`, `${signIn}/failures/*.ts`],
    tests: [`${signIn}/{machine,step}.test.ts`, `${signIn}/failures/*.test.ts`],
  },
  api: { files: ['api/src/*.ts'], tests: ['api/src/*.test.ts'] },
}
