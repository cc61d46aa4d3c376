import { onAwsAlone } from './unknown.ts'

/** Something that the template says and the local pool does not do. */
export interface Difference {
  /** The logical id, and the way from there: `AppClient.AnalyticsConfiguration`. */
  readonly at: string
  /** Half a sentence about it, or the reason: `has no effect locally`. */
  readonly reason: string
}

/** What to say of a name that stands where a property does and is none. */
export const notKnown = (name: string) =>
  name.startsWith('Fn::') ? onAwsAlone : 'is no property that the local user pool knows. Check the spelling'

/** What cannot be honoured of a template, gathered while it is read. */
export class Differences {
  readonly #list: Difference[] = []

  add(at: string, reason: string): void {
    this.#list.push({ at, reason })
  }

  list(): readonly Difference[] {
    return this.#list
  }
}
