/** Something that the template says and the local pool does not do. */
export interface Difference {
  /** The logical id, and the way from there: `AppClient.AnalyticsConfiguration`. */
  readonly at: string
  /** Half a sentence about it, or the reason: `has no effect locally`. */
  readonly reason: string
}

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
