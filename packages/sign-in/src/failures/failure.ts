/** Why a call was refused, as plain data: what Amplify or Cognito said, and nothing that belongs to them. */
export interface Failure {
  /** The exception's name, for example `NotAuthorizedException`. */
  readonly name: string
  /** The exception's own words: English, for telling causes apart, not for people. */
  readonly message: string
  /** Names the request in AWS's logs. */
  readonly requestId?: string
  /** Seconds until another attempt can succeed, where that can be known. */
  readonly waitSeconds?: number
}

/** Reads whatever was thrown. */
export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) return { name: 'Unknown', message: String(thrown) }
  const { message } = thrown
  const name = nameOf(thrown)
  const requestId = requestIdOf(thrown)
  return requestId ? { name, message, requestId } : { name, message }
}

/** Whether it is a file of the page itself that could not be fetched; every bundler says so in its own way. */
export function isOfFile({ name, message }: Pick<Failure, 'name' | 'message'>): boolean {
  return /ChunkLoadError|dynamically imported module|load chunk/i.test(`${name} ${message}`)
}

function nameOf(error: Error): string {
  // That is the network's fault, too.
  if (isOfFile(error)) return 'NetworkError'
  // Amplify has a name for some of what browsers say of a passkey; this is the rest of it.
  const isOfBrowser = 'underlyingError' in error && error.underlyingError instanceof DOMException
  return error.name === 'Unknown' && isOfBrowser ? 'PasskeyOperationAborted' : error.name
}

function requestIdOf(error: Error): string | undefined {
  const { metadata } = error as { readonly metadata?: { readonly requestId?: unknown } | null }
  const requestId = metadata?.requestId
  return typeof requestId === 'string' ? requestId : undefined
}
