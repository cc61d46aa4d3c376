import { beforeAll, describe, expect, test } from 'vitest'
import { createLocalUserPool, type LocalUserPool } from '../pool.ts'
import { type Decision, dispatcher, failure, type Handle, internalError } from './dispatch.ts'
import { CognitoException } from './exceptions.ts'
import { model } from './model.ts'

const bugs: unknown[] = []
let pool: LocalUserPool
beforeAll(() => {
  pool = createLocalUserPool({ onBug: (...bug) => bugs.push(bug) })
})

const signature = { authorization: 'AWS4-HMAC-SHA256 Credential=test' }
const post = (
  target: string | undefined,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Record<string, string> = signature,
) =>
  pool.fetch(
    new Request('http://localhost:9339/', {
      method: 'POST',
      headers: { ...(target !== undefined && { 'x-amz-target': target }), ...headers },
      body,
    }),
  )
const target = (name: string) => `${model.service}.${name}`

/** Status and exception of an answer, which must not be a bug. */
async function exceptionOf(response: Response) {
  const body = (await response.json()) as { __type?: string; message?: string }
  expect(bugs).toEqual([])
  expect(response.headers.get('x-amzn-errortype')).toBe(`${body.__type}:`)
  return [response.status, body.__type, body.message]
}

describe('what is no JSON object gets a SerializationException:', () => {
  test.each([
    ['half a document', '{"MaxResults":1'],
    ['text', 'MaxResults=1'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['bytes that are no UTF-8 within a text', Buffer.from('{"MaxResults":1,"a":"\xff"}', 'latin1')],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', '[]'],
  ])('%s', async (_, body) => {
    const [status, name] = await exceptionOf(await post(target('ListUserPools'), body))
    expect([status, name]).toEqual([400, 'SerializationException'])
  })
})

test.each(['', null])('a body that is missing (%j) is an empty object', async (body) => {
  expect(await exceptionOf(await post(target('ListUserPools'), body))).toEqual([
    400,
    'InvalidParameterException',
    "1 validation error detected: Value at 'maxResults' failed to satisfy constraint: Member must not be null",
  ])
})

test.each([
  undefined,
  '',
  'nonsense',
  'OtherService.GetUser',
  target(''),
  target('Nonsense'),
  target('getUser'),
  target('GetUser.more'),
  target('__proto__'),
  target('constructor'),
  target('toString'),
])('the target %s is unknown', async (unknown) => {
  const [status, name] = await exceptionOf(await post(unknown, '{}'))
  expect([status, name]).toEqual([400, 'UnknownOperationException'])
})

test('an operation that is not there yet says so by name', async () => {
  const empty = dispatcher(
    new Map(),
    () => {},
    () => 'id',
  )
  const request = new Request('http://localhost:9339/', {
    method: 'POST',
    headers: { 'x-amz-target': target('CreateUserImportJob'), ...signature },
  })
  expect(await exceptionOf(await empty(request))).toEqual([
    501,
    'NotImplementedException',
    'The local user pool does not have CreateUserImportJob yet.',
  ])
})

describe('operations of administrators need a signature', () => {
  const iam = Object.entries(model.operations).flatMap(([name, { access }]) =>
    access === 'iam' ? [name] : [],
  )

  test('in AWS’s form, each of them', async () => {
    expect(iam.length).toBeGreaterThan(90)
    for (const name of iam) {
      const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=x' }
      const byBrowser = { ...signed, origin: 'http://evil.example:9339' }
      for (const headers of [{}, { authorization: 'Bearer x' }, byBrowser]) {
        const [, exception] = await exceptionOf(
          await post(target(name), '{}', headers as Record<string, string>),
        )
        expect(exception).toBe('MissingAuthenticationTokenException')
      }
    }
  })

  test('and those of people need none', async () => {
    const [, name] = await exceptionOf(await post(target('GetUser'), '{}', {}))
    expect(name).toBe('InvalidParameterException')
  })
})

describe('a body', () => {
  test('beyond 2 MiB is refused, whether or not it says how long it is', async () => {
    const text = JSON.stringify({ MaxResults: 1, more: 'x'.repeat(2 * 1024 * 1024) })
    const stream = new Blob([text]).stream()
    const streamed = new Request('http://localhost:9339/', {
      method: 'POST',
      headers: { 'x-amz-target': target('ListUserPools'), ...signature },
      body: stream,
      duplex: 'half',
    })
    for (const response of [await post(target('ListUserPools'), text), await pool.fetch(streamed)]) {
      const [status, name] = await exceptionOf(response)
      expect([status, name]).toEqual([413, 'RequestEntityTooLargeException'])
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    }
  })

  test.each([
    ['in a member that is a text', '"AccessToken":', 'SerializationException'],
    ['in a member that the model does not name', '"AccessToken":"x","Surprise":', 'NotAuthorizedException'],
  ])('nested as deep as it can be, %s, breaks nothing', async (_, members, expected) => {
    const deep = `{${members}${'['.repeat(500_000)}${']'.repeat(500_000)}}`
    const [status, name] = await exceptionOf(await post(target('GetUser'), deep, {}))
    expect([status, name]).toEqual([400, expected])
  })

  test('with members that the model does not name is taken without them', async () => {
    const response = await post(target('CreateUserPool'), '{"PoolName":"a","Surprise":1,"__proto__":{"a":1}}')
    const { UserPool } = (await response.json()) as { UserPool: object }
    expect(response.status).toBe(200)
    expect(Object.hasOwn(UserPool, 'Surprise') || Object.hasOwn(UserPool, '__proto__')).toBe(false)
  })
})

describe('headers', () => {
  test('of an answer name its type and its request', async () => {
    const response = await post(target('ListUserPools'), '{"MaxResults":1}')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.1')
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-expose-headers')).toBe(
      'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
    )
  })

  test('of a refusal carry its message, without what a header cannot carry', async () => {
    const response = await post(
      target('DescribeUserPool'),
      JSON.stringify({ UserPoolId: '玄関\r\nset-cookie: a' }),
    )
    const message = response.headers.get('x-amzn-errormessage')
    expect(message).toMatch(/^1 validation error detected: Value ' set-cookie: a' at 'userPoolId'/)
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

test('the header of a refusal stays short enough for clients, however long the value that it is about', async () => {
  const UserPoolId = '!'.repeat(100_000)
  const response = await post(target('DescribeUserPool'), JSON.stringify({ UserPoolId }))
  expect(response.headers.get('x-amzn-errormessage')).toMatch(/^2 validation errors detected: Value '!{1000}/)
  expect(response.headers.get('x-amzn-errormessage')?.length).toBeLessThan(4096)
  expect(((await response.json()) as { message: string }).message).toContain(UserPoolId)
})

describe('a preflight', () => {
  const preflight = (asked: string) =>
    pool.fetch(
      new Request('http://localhost:9339/', {
        method: 'OPTIONS',
        headers: { origin: 'https://app.example', 'access-control-request-headers': asked },
      }),
    )

  test('lets any page call with the headers that Amplify sends', async () => {
    const asked = 'cache-control,content-type,x-amz-target,x-amz-user-agent'
    const response = await preflight(asked)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': asked,
      'access-control-max-age': '172800',
    })
    expect(response.headers.get('access-control-allow-methods')).toContain('POST')
  })

  test.each(['authorization', 'Authorization', 'x-amz-target, AUTHORIZATION ,content-type', '*'])(
    'never lets a page sign: %s',
    async (asked) => {
      const response = await preflight(asked)
      const allowed = response.headers.get('access-control-allow-headers') ?? ''
      expect(allowed.toLowerCase()).not.toContain('authorization')
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    },
  )
})

describe('an operation', () => {
  /** Answers by that operation alone, and tells what was told of it. */
  async function answered(name: string, handle: Handle, body = '{"AccessToken":"a"}') {
    const told: unknown[] = []
    const decisions: Decision[] = []
    const fetch = dispatcher(
      new Map([[name, handle]]),
      (operation, error) => told.push([operation, error]),
      () => 'the id',
      (decision) => decisions.push(decision),
    )
    const headers = { 'x-amz-target': target(name), ...signature }
    const response = await fetch(new Request('http://localhost/', { method: 'POST', headers, body }))
    return { response, answer: await response.json(), told, decisions }
  }
  const throwing = (error: unknown) => async () => {
    throw error
  }

  test('that refuses is answered so, where the model declares the exception for it', async () => {
    const refusal = new CognitoException('NotAuthorizedException', 'Access Token has expired')
    const { response, answer, told, decisions } = await answered('GetUser', throwing(refusal))
    expect(response.status).toBe(400)
    expect(response.headers.get('x-amzn-requestid')).toBe('the id')
    expect(answer).toEqual({ __type: 'NotAuthorizedException', message: 'Access Token has expired' })
    expect(told).toEqual([])
    expect(decisions).toEqual([{ operation: 'GetUser', input: { AccessToken: 'a' }, exception: refusal }])
  })

  test.each([
    [
      'an exception that the model does not declare for it',
      new CognitoException('GroupExistsException', 'No.'),
    ],
    ['an error of another kind', new TypeError('No.')],
    ['what is no error', 'No.'],
  ])('that throws %s has a bug: told whole, and answered without a word of it', async (_, thrown) => {
    const { response, answer, told, decisions } = await answered('GetUser', throwing(thrown))
    expect(response.status).toBe(500)
    expect(answer).toEqual({ __type: 'InternalErrorException', message: 'Internal error.' })
    expect(told).toEqual([['GetUser', thrown]])
    expect(decisions).toMatchObject([{ operation: 'GetUser', exception: { name: 'InternalErrorException' } }])
  })

  test('that succeeds is no bug; its input and its output are told', async () => {
    const { response, answer, told, decisions } = await answered('GetUser', async (input) => ({ input }))
    expect(response.status).toBe(200)
    expect(answer).toEqual({ input: { AccessToken: 'a' } })
    expect(told).toEqual([])
    expect(decisions).toEqual([
      { operation: 'GetUser', input: { AccessToken: 'a' }, output: { input: { AccessToken: 'a' } } },
    ])
  })
})

test('every operation declares the name that an internal error of it has', () => {
  for (const [name, { errors }] of Object.entries(model.operations)) {
    const { name: exception, message, status } = internalError(name)
    expect(errors, name).toContain(exception)
    expect([message, status]).toEqual(['Internal error.', 500])
  }
})

test.each(['', 'Nonsense', '__proto__', 'constructor'])('an internal error of %j has a name, too', (name) => {
  expect(internalError(name).name).toBe('InternalErrorException')
})

describe('the body of a request', () => {
  const fetch = dispatcher(
    new Map([['GetUser', async () => ({})]]),
    (...bug) => bugs.push(bug),
    () => 'id',
  )
  const sent = (body: ReadableStream, signal?: AbortSignal) =>
    fetch(
      new Request('http://localhost/', {
        method: 'POST',
        headers: { 'x-amz-target': target('GetUser') },
        body,
        duplex: 'half',
        ...(signal && { signal }),
      }),
    )
  const broken = () =>
    new ReadableStream({ pull: (controller) => controller.error(new DOMException('Gone.', 'AbortError')) })

  test('that is cut off by whoever sent it is refused as such, and is no bug', async () => {
    expect(await exceptionOf(await sent(broken(), AbortSignal.abort()))).toEqual([
      400,
      'SerializationException',
      'Unable to parse the request: it was cut off.',
    ])
  })

  test('that cannot be read for another reason is a bug', async () => {
    expect((await sent(broken())).status).toBe(500)
    expect(bugs.splice(0)).toEqual([['GetUser', expect.objectContaining({ name: 'AbortError' })]])
  })

  test('that is no JSON is refused in words', async () => {
    const [, , message] = await exceptionOf(await post(target('GetUser'), '{', {}))
    expect(message).toBe('Unable to parse the request: it is not JSON.')
  })
})

test.each([
  [undefined, 'Unknown operation: (none).'],
  [target('Nonsense'), 'Unknown operation: Nonsense.'],
  [target('GetUser.more'), 'Unknown operation: GetUser.more.'],
])('the refusal of the target %s names it', async (unknown, expected) => {
  const [, , message] = await exceptionOf(await post(unknown, '{}'))
  expect(message).toBe(expected)
})

test('a missing signature is refused in words', async () => {
  const [, , message] = await exceptionOf(await post(target('ListUserPools'), '{}', {}))
  expect(message).toBe('Missing Authentication Token')
})

test('the header of a refusal holds the first 2048 characters of its message, line ends as blanks', () => {
  const header = (message: string) =>
    failure(new CognitoException('NotAuthorizedException', message), 'id').headers.get('x-amzn-errormessage')
  expect(header('x'.repeat(2049))).toBe('x'.repeat(2048))
  expect(header('one\r\ntwo三~\n')).toBe('one two ~')
})
