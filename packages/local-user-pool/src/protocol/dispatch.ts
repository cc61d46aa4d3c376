import { CognitoException } from './exceptions.ts'
import { model } from './model.ts'
import { modelled, validate } from './validation.ts'

/** Answers one operation; the input is what the model allows. */
export type Handle = (input: never) => Promise<object>

/** A bug of ours, not an answer of Cognito's: an error that no operation should let out. */
export type OnBug = (operation: string, error: unknown) => void

/** What became of a request, for whoever looks on. */
export interface Decision {
  readonly operation: string
  /** As it was sent, secrets included; undefined where it was not read. */
  readonly input: unknown
  /** As it is answered, secrets included. */
  readonly output?: object
  readonly exception?: CognitoException
}

/**
 * Turns AWS JSON 1.1 requests into calls of operations, and their answers and exceptions back.
 *
 * @param handlers by the operation's name
 * @param onBug told of everything that becomes an InternalErrorException
 * @param onDecision told of every answer
 */
export function dispatcher(
  handlers: ReadonlyMap<string, Handle>,
  onBug: OnBug,
  newRequestId: () => string,
  onDecision: (decision: Decision) => void = () => {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = newRequestId()
    const operation = targetOf(request)
    let input: unknown
    try {
      const output = await call(handlers, operation, request, (read) => {
        input = read
      })
      onDecision({ operation, input, output })
      return json(200, output, requestId)
    } catch (error) {
      const exception = declared(operation, error) ?? internalError(operation)
      if (exception !== error) onBug(operation, error)
      onDecision({ operation, input, exception })
      return failure(exception, requestId)
    }
  }
}

/** What every operation declares, under one name or the other, for what is nobody's fault but the service's. */
export function internalError(operation: string): CognitoException {
  const errors = Object.hasOwn(model.operations, operation) ? model.operations[operation]?.errors : undefined
  const name = errors?.includes('InternalServerException')
    ? 'InternalServerException'
    : 'InternalErrorException'
  return new CognitoException(name, 'Internal error.', 500)
}

const jsonType = 'application/x-amz-json-1.1'

// assumed: that AWS cuts the header, and where. The body has all of the message.
const longestHeader = 2048

async function call(
  handlers: ReadonlyMap<string, Handle>,
  name: string,
  request: Request,
  onRead: (input: unknown) => void,
): Promise<object> {
  const described = Object.hasOwn(model.operations, name) ? model.operations[name] : undefined
  if (!described)
    throw new CognitoException('UnknownOperationException', `Unknown operation: ${name || '(none)'}.`)
  const handle = handlers.get(name)
  if (!handle) {
    throw new CognitoException(
      'NotImplementedException',
      `The local user pool does not have ${name} yet.`,
      501,
    )
  }
  if (described.access === 'iam' && !isAdministrator(request)) {
    throw new CognitoException('MissingAuthenticationTokenException', 'Missing Authentication Token')
  }
  const input = await bodyOf(request)
  onRead(input)
  validate(input, described.input)
  return handle(modelled(input, described.input) as never)
}

/**
 * Which credentials signed the request does not matter locally; that it was no browser does. A page cannot send this
 * header here (CORS), and one that made its own name point here (DNS rebinding) cannot leave out its origin.
 */
function isAdministrator({ headers }: Request): boolean {
  return !headers.has('origin') && (headers.get('authorization') ?? '').startsWith('AWS4-HMAC-SHA256')
}

/** The operation's name: what comes after the service in `X-Amz-Target`. */
export function targetOf(request: Request): string {
  const [service, ...name] = (request.headers.get('x-amz-target') ?? '').split('.')
  return service === model.service ? name.join('.') : ''
}

/** Bytes of a request. The file of an import job is no request of the API. */
// documented: a request to CreateManagedLoginBranding may have 2 MB. assumed: so may any other.
export const longestBody = 2 * 1024 * 1024

// assumed: the name RequestEntityTooLargeException; AWS's front doors answer 413 before a service sees the request.
export const tooLarge = () =>
  new CognitoException('RequestEntityTooLargeException', 'The request is larger than 2 MiB.', 413)

async function bodyOf(request: Request): Promise<unknown> {
  const text = new TextDecoder('utf-8', { fatal: true })
  try {
    const bytes = await request.arrayBuffer()
    if (bytes.byteLength > longestBody) throw tooLarge()
    return JSON.parse(text.decode(bytes) || '{}')
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw new CognitoException('SerializationException', 'Unable to parse the request: it is not JSON.')
    }
    // Whoever sent it has gone; nobody reads this answer, but it is no bug of ours.
    if (request.signal.aborted) {
      throw new CognitoException('SerializationException', 'Unable to parse the request: it was cut off.')
    }
    throw error
  }
}

/** Errors that may reach the client: those of the protocol, and those that the model declares for the operation. */
function declared(name: string, error: unknown): CognitoException | undefined {
  if (!(error instanceof CognitoException)) return undefined
  const isOfProtocol = !Object.hasOwn(model.errors, error.name)
  const errors = Object.hasOwn(model.operations, name) ? model.operations[name]?.errors : undefined
  return isOfProtocol || errors?.includes(error.name) ? error : undefined
}

function json(status: number, body: object, requestId: string): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': jsonType, 'x-amzn-requestid': requestId },
  })
}

/** An exception as AWS JSON 1.1 answers it. */
export function failure({ name, message, status }: CognitoException, requestId: string): Response {
  const response = json(status, { __type: name, message }, requestId)
  response.headers.set('x-amzn-errortype', `${name}:`)
  // A header carries no line ends and no characters beyond Latin-1, and clients take few kilobytes of them: Node 16.
  const line = message.slice(0, longestHeader).replace(/[^\x20-\x7e]+/g, ' ')
  response.headers.set('x-amzn-errormessage', line)
  return response
}
