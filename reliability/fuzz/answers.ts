import { model } from '../../packages/local-user-pool/src/protocol/model.ts'
import { unexpected } from '../../packages/local-user-pool/src/test-response.ts'

/** An answer that was read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** What no answer may hold: how the pool is made, and where it lies. */
const inner = [
  /\n\s+at .*[:(]/,
  /node:internal/,
  /\/node_modules\//,
  /\.ts:\d+/,
  /SQLITE_|SqliteError|UNIQUE constraint/,
]

/** What is wrong with any answer, whatever was asked. */
export function* wrongAnyway({ status, text }: Answer): Generator<string> {
  if (status >= 500) yield `is answered by ${status}: ${text.slice(0, 200)}`
  const found = inner.find((pattern) => pattern.test(text))
  if (found) yield `tells how the pool is made: ${found.exec(text)?.[0]}`
}

/** Exceptions of AWS JSON 1.1 itself. */
const ofTheProtocol = [
  'SerializationException',
  'UnknownOperationException',
  'MissingAuthenticationTokenException',
  'RequestEntityTooLargeException',
]

/** What is wrong with the answer of an operation of the API: `{__type, message}` of a declared exception, or the model's output. */
export function* wrongOfOperation(name: string, { status, headers, text }: Answer): Generator<string> {
  const body = parsed(text)
  if (body === undefined) return yield `is answered by what is no JSON object: ${text.slice(0, 100)}`
  const described = Object.hasOwn(model.operations, name) ? model.operations[name] : undefined
  if (status === 200) {
    if (!described) return yield 'is accepted, although there is no such operation'
    const surprises = described.output ? unexpected(body, described.output) : Object.keys(body)
    if (surprises.length > 0) yield `is answered by what the model does not have: ${surprises.join(', ')}`
    return
  }
  const { __type, message, ...rest } = body
  if (typeof __type !== 'string' || typeof message !== 'string' || Object.keys(rest).length > 0) {
    return yield `is refused in another shape: ${text.slice(0, 200)}`
  }
  if (headers.get('x-amzn-errortype') !== `${__type}:`)
    yield `has the type ${headers.get('x-amzn-errortype')}`
  if (!ofTheProtocol.includes(__type) && !described?.errors.includes(__type)) yield `is refused by ${__type}`
}

/** What clients alone ask, which are answered in JSON. */
const ofClients = ['/oauth2/token', '/oauth2/revoke', '/oauth2/userInfo']

/** RFC 6749, section 5.2: a code, and a description in ASCII without quotes and backslashes. */
const isError = (error: unknown) => typeof error === 'string' && /^[a-z_]+$/.test(error)
const isDescription = (text: unknown) =>
  text === undefined || (typeof text === 'string' && /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/.test(text))

/** What is wrong with the answer of an OAuth 2.0 endpoint or of a page. */
export function* wrongOfEndpoint(path: string, { status, headers, text }: Answer): Generator<string> {
  const type = headers.get('content-type') ?? ''
  if (ofClients.includes(path) && status >= 400 && status !== 405 && text !== '') {
    const body = parsed(text)
    if (!body || !isError(body.error) || !isDescription(body.error_description)) {
      yield `is refused in another shape: ${text.slice(0, 200)}`
    }
    return
  }
  const isPage = type.startsWith('text/html') && text.startsWith('<!doctype html>')
  const isNothing = text === '' || [301, 302, 303, 405].includes(status)
  if (status >= 400 && !isPage && !isNothing && parsed(text) === undefined && status !== 404) {
    yield `is refused by no page: ${type}, ${text.slice(0, 100)}`
  }
  const location = headers.get('location')
  if (location !== null && !URL.canParse(location, 'http://localhost:9339')) yield `leads to ${location}`
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as never
  } catch {
    // The same answer as to any other JSON.
  }
  return undefined
}
