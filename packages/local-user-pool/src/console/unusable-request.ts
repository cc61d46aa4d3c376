/** A request to the console that cannot be used: answered with 400 and the message, which says what to put right. */
export class UnusableRequestError extends Error {
  override readonly name = 'UnusableRequestError'
}

/**
 * The JSON object of a body.
 *
 * @throws UnusableRequestError where it is anything else
 */
export function objectOf(text: string, example: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as never
  } catch {
    // The same answer as to any other JSON.
  }
  throw new UnusableRequestError(`The body must be a JSON object, such as ${example}.`)
}
