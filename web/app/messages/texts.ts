/** Everything that this site says besides the entrance. */
export interface Texts {
  readonly token: {
    readonly title: string
    readonly hint: string
    readonly left: string
    readonly expired: string
    readonly raw: string
    readonly claims: string
    readonly copyRaw: string
    readonly copyClaims: string
    readonly copied: string
    readonly notCopied: string
    /** Hours, minutes, seconds. */
    readonly duration: (hours: number, minutes: number, seconds: number) => string
  }
  readonly api: {
    readonly title: string
    readonly hint: string
    readonly missing: string
    readonly call: string
    readonly calling: string
    readonly answered: (status: number, milliseconds: number) => string
    /** What to do about a 401. */
    readonly unauthorized: string
    /** Why the API refused a token, by its error code. */
    readonly reasons: Readonly<Record<string, string>>
    readonly refused: string
    readonly unreachable: string
    readonly body: string
  }
  readonly next: { readonly title: string; readonly steps: readonly string[] }
}
