/** Half a sentence about a function or a macro that nothing here works out. */
export const onAwsAlone = 'is worked out on AWS alone'

/** A value that only AWS knows: what is made of it cannot be honoured. */
export class Unknown {
  readonly because: string

  /** @param because half a sentence: `Api.Url exists on AWS alone` */
  constructor(because: string) {
    this.because = because
  }
}
