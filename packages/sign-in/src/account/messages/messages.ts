import type { MfaType } from '../../screens/screen'

/** What has been done, to be said above its section. */
export type Done =
  | 'saved'
  | 'codeSent'
  | 'confirmed'
  | 'removed'
  | 'passwordChanged'
  | 'appAdded'
  | 'factorOn'
  | 'factorOff'
  | 'factorPreferred'
  | 'deviceRemembered'
  | 'deviceForgotten'
  | 'passkeyAdded'
  | 'passkeyRemoved'

/** What somebody signs in with who has no passkey any more. */
export type WayLeft = 'code' | 'password'

/** Everything the account page says besides the entrance, in one language. The `…Of` name what a short button is for. */
export interface AccountMessages {
  readonly cancel: string
  readonly busy: string
  readonly done: Readonly<Record<Done, string>>
  readonly attributes: {
    readonly title: string
    readonly none: string
    readonly verified: string
    readonly unverified: string
    readonly change: string
    readonly changeOf: (label: string) => string
    readonly add: string
    readonly addOf: (label: string) => string
    readonly remove: string
    readonly removeOf: (label: string) => string
    readonly verify: string
    readonly verifyOf: (label: string) => string
    readonly save: string
    readonly confirm: string
    readonly resend: string
    /** The code went to the new address, and the old one counts until it is entered. */
    readonly pending: (address: string) => string
    readonly taken: string
    readonly wrongCode: string
  }
  readonly password: {
    readonly title: string
    readonly change: string
    readonly save: string
    readonly wrong: string
    readonly offer: string
    readonly endOthers: string
    /** For whoever may have none. */
    readonly none: string
    readonly setFirst: string
  }
  readonly factors: {
    readonly title: string
    readonly hint: string
    readonly on: string
    readonly onPreferred: string
    readonly off: string
    /** What must be done first. */
    readonly needs: Readonly<Record<Exclude<MfaType, 'TOTP'>, string>>
    readonly turnOn: string
    readonly turnOnOf: (label: string) => string
    readonly turnOff: string
    readonly turnOffOf: (label: string) => string
    readonly prefer: string
    readonly preferOf: (label: string) => string
    readonly confirm: string
  }
  readonly passkeys: {
    readonly title: string
    readonly hint: string
    readonly none: string
    readonly unsupported: string
    readonly tooMany: string
    readonly add: string
    /** The same button while the browser asks. */
    readonly adding: string
    /** For one that Cognito has no name for. */
    readonly unnamed: string
    readonly since: (when: string) => string
    readonly remove: string
    readonly removeOf: (name: string, since: string | undefined) => string
    readonly question: (name: string) => string
    /** What deleting the last one means. */
    readonly last: Readonly<Record<WayLeft, string>>
    readonly confirm: string
  }
  readonly devices: {
    readonly title: string
    readonly hint: string
    /** Marks the one in front of the person. */
    readonly here: string
    readonly unnamed: string
    readonly remembered: string
    readonly notRemembered: string
    readonly lastUsed: (date: string) => string
    readonly firstUsed: (date: string) => string
    readonly remember: string
    readonly forget: string
    readonly forgetOf: (name: string) => string
    readonly question: (name: string) => string
    readonly questionHere: string
    readonly confirm: string
    /** There may be more than are shown. */
    readonly cut: (count: number) => string
  }
  readonly deletion: {
    readonly title: string
    readonly hint: string
    readonly begin: string
    readonly question: string
    readonly confirm: string
  }
}
