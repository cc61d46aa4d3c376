/** A change of the sources that some test of its area has to notice. */
export interface Change {
  /** What would be so. */
  readonly means: string
  /** See areas.ts. */
  readonly area: string
  readonly file: string
  readonly was: string
  readonly becomes: string
}

/** One of each area, in the place of all that Stryker makes, which take half an hour. */
export const changes: readonly Change[] = [
  {
    means: 'a client may choose the key of a sign-in',
    area: 'core',
    file: 'packages/local-user-pool/src/core/srp.ts',
    was: 'if (base <= 1n || base === N - 1n) return undefined',
    becomes: '',
  },
  {
    means: 'a page may call what administrators call',
    area: 'protocol',
    file: 'packages/local-user-pool/src/protocol/dispatch.ts',
    was: "!headers.has('origin') && ",
    becomes: '',
  },
  {
    means: 'what is answered too late counts',
    area: 'machine',
    file: 'packages/sign-in/src/machine.ts',
    was: "if ('attempt' in event && event.attempt !== state.attempt) return state",
    becomes: '',
  },
  {
    means: 'an access token is taken where an ID token is due',
    area: 'api',
    file: 'api/src/id-token.ts',
    was: "tokenUse: 'id'",
    becomes: 'tokenUse: null',
  },
]
