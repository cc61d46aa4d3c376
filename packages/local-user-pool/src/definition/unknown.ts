/** A value that only AWS knows: what is made of it cannot be honoured. */
export class Unknown {
  readonly because: string

  /** @param because half a sentence: `Api.Url exists on AWS alone` */
  constructor(because: string) {
    this.because = because
  }
}
