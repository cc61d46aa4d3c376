/** A database of cognito-local that cannot be taken over. The message begins with the file that it is about. */
export class CognitoLocalUnusableError extends Error {
  override readonly name = 'CognitoLocalUnusableError'

  /** @param at the file, and the way from there: `db/local_abc.json: Users.taro.Password` */
  constructor(at: string, what: string) {
    super(`${at} ${what}`)
  }
}
