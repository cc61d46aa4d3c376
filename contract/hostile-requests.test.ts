import { connect, type Socket } from 'node:net'
import {
  AdminGetUserCommand,
  SignUpCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { startLocalUserPool } from '@genkan/local-user-pool'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { goodPassword, newEmail } from './people.ts'
import { refusal } from './refusal.ts'
import { present, startTarget, type Target } from './target.ts'

// These are about the server of the local user pool, and would be an attack on a real one.

let target: Target
let port: number

beforeAll(async () => {
  target = await startTarget()
  port = Number(new URL(present(target.endpoint)).port)
})
/** Whatever was sent, the process lives and answers the next request. */
afterEach(async () => {
  const response = await fetch(`${target.issuer}/.well-known/jwks.json`)
  expect(response.status).toBe(200)
})
afterAll(() => target.close())

const service = 'AWSCognitoIdentityProviderService'

function open(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}

/** Sends bytes and answers all that comes back until the server ends the connection. */
async function exchange(bytes: string | Buffer): Promise<string> {
  const socket = await open()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
    socket.write(bytes)
  })
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])

/** A request by hand. Node's own client would put some of this right. */
const request = (line: string, headers: readonly string[], body = '') =>
  [line, ...headers, 'Connection: close', '', body].join('\r\n')

interface Posted {
  readonly status: number
  readonly type: string | undefined
}

async function post(
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = { 'x-amz-target': `${service}.GetUser` },
): Promise<Posted> {
  const response = await fetch(present(target.endpoint), {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
  })
  const text = await response.text()
  expect(response.headers.get('x-amzn-errortype')).toBe(`${JSON.parse(text).__type}:`)
  return { status: response.status, type: JSON.parse(text).__type }
}

const serialization = { status: 400, type: 'SerializationException' }
const unknownOperation = { status: 400, type: 'UnknownOperationException' }

describe('bodies', () => {
  test.each([
    ['cut off', '{"AccessToken":'],
    ['no JSON at all', 'AccessToken=a.b.c'],
    ['a list', '[]'],
    ['a number', '1'],
    ['a text', '"text"'],
    ['null', 'null'],
    ['two values', '{}{}'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a NUL', '\0'],
    ['a member of a wrong type', '{"AccessToken":{"a":1}}'],
    ['brackets without end', '['.repeat(500_000)],
  ])('refuses a body that is %s', async (_what, body) => {
    expect(await post(body)).toEqual(serialization)
  })

  test('refuses an empty body for what it lacks', async () => {
    expect(await post('')).toEqual({ status: 400, type: 'InvalidParameterException' })
  })

  test('is not brought down by members that are nested half a million times', async () => {
    const nested = `${'['.repeat(250_000)}${']'.repeat(250_000)}`
    const { status } = await post(`{"AccessToken":"a.b.c","Unknown":${nested}}`)
    expect(status).toBe(400)
  })

  test('takes members named like parts of the language for what they are: unknown', async () => {
    const members = '"__proto__":{"AccessToken":"a"},"constructor":{"prototype":{"x":1}},"hasOwnProperty":1'
    expect(await post(`{${members}}`)).toEqual({ status: 400, type: 'InvalidParameterException' })
    const inMap =
      '{"ClientId":"a","AuthFlow":"USER_SRP_AUTH","AuthParameters":{"__proto__":"a","toString":"b"}}'
    expect(await post(inMap, { 'x-amz-target': `${service}.InitiateAuth` })).toEqual({
      status: 400,
      type: 'ResourceNotFoundException',
    })
  })

  test('refuses more than two mebibytes as soon as they are announced, or are there', async () => {
    const head = [
      'POST / HTTP/1.1',
      `Host: localhost:${port}`,
      `X-Amz-Target: ${service}.GetUser`,
      'Connection: close',
    ]
    const announced = [...head, `Content-Length: ${4 * 1024 * 1024}`, '', '{'].join('\r\n')
    const size = 2 * 1024 * 1024 + 1
    const counted = [...head, 'Transfer-Encoding: chunked', '', size.toString(16), ' '.repeat(size)].join(
      '\r\n',
    )
    for (const bytes of [announced, counted]) {
      const answer = await exchange(bytes)
      expect(statusOf(answer)).toBe(413)
      expect(answer).toContain('"__type":"RequestEntityTooLargeException"')
    }
  })

  test('refuses a body longer than was announced, and one that is announced with nonsense', async () => {
    const headers = [`Host: localhost:${port}`, `X-Amz-Target: ${service}.GetUser`]
    const longer = await exchange(request('POST / HTTP/1.1', [...headers, 'Content-Length: 2'], '{}GARBAGE'))
    expect(statusOf(longer)).toBe(400)
    for (const length of ['-1', 'many', '1e3', '99999999999999999999']) {
      const answer = await exchange(
        request('POST / HTTP/1.1', [...headers, `Content-Length: ${length}`], '{}'),
      )
      expect([400, 413]).toContain(statusOf(answer))
    }
    const both = [...headers, 'Content-Length: 2', 'Transfer-Encoding: chunked']
    expect(statusOf(await exchange(request('POST / HTTP/1.1', both, '0\r\n\r\n')))).toBe(400)
  })

  test('leaves nothing of a sign-up that was refused', async () => {
    const { admin, clientId: ClientId, userPoolId: UserPoolId } = target
    const Username = newEmail()
    const UserAttributes = [{ Name: 'custom:unknown', Value: 'x' }]
    const signUp = admin.send(
      new SignUpCommand({ ClientId, Username, Password: goodPassword, UserAttributes }),
    )
    await expect(signUp).rejects.toThrow()
    await refusal(admin.send(new AdminGetUserCommand({ UserPoolId, Username })), UserNotFoundException)
  })
})

describe('operations', () => {
  test.each([
    ['that does not exist', 'NoSuchOperation'],
    ['named like a part of the language', '__proto__'],
    ['named like another part of it', 'constructor'],
    ['without a name', ''],
    ['with a dot in its name', 'GetUser.GetUser'],
    ['in small letters', 'getuser'],
    ['with a name of five thousand letters', 'G'.repeat(5000)],
  ])('refuses one %s as unknown', async (_what, name) => {
    expect(await post('{}', { 'x-amz-target': `${service}.${name}` })).toEqual(unknownOperation)
  })

  test('refuses a request that names no operation, or one of another service', async () => {
    expect(await post('{}', {})).toEqual(unknownOperation)
    expect(await post('{}', { 'x-amz-target': 'DynamoDB_20120810.ListTables' })).toEqual(unknownOperation)
  })

  test('refuses an administrator’s operation that nobody signed', async () => {
    const body = JSON.stringify({ UserPoolId: target.userPoolId })
    for (const authorization of [{}, { authorization: 'Bearer token' }, { authorization: 'Basic YTpi' }]) {
      expect(await post(body, { 'x-amz-target': `${service}.ListUsers`, ...authorization })).toEqual({
        status: 400,
        type: 'MissingAuthenticationTokenException',
      })
    }
  })
})

describe('connections', () => {
  test('answers bytes that are no HTTP by ending the connection', async () => {
    const clientHello = Buffer.from('16030100a5010000a10303', 'hex')
    for (const bytes of [clientHello, 'SSH-2.0-OpenSSH_9.9\r\n\r\n', '\0\0\0\0\r\n\r\n', 'GET\r\n\r\n']) {
      expect(statusOf(await exchange(bytes))).toBe(400)
    }
  })

  test('goes on when a client leaves in the middle of a request', async () => {
    const head = `POST / HTTP/1.1\r\nHost: localhost:${port}\r\nX-Amz-Target: ${service}.SignUp\r\n`
    for (const bytes of ['POST / HT', head, `${head}Content-Length: 1000\r\n\r\n{"Client`]) {
      for (const leave of ['destroy', 'resetAndDestroy'] as const) {
        const socket = await open()
        await new Promise<void>((resolve) => {
          socket.once('close', () => resolve())
          socket.write(bytes, () => socket[leave]())
        })
      }
    }
  })

  test('answers others while a slow client is still writing, and then the slow one', async () => {
    const body = '{"AccessToken":"a.b.c"}'
    const head = request('POST / HTTP/1.1', [
      `Host: localhost:${port}`,
      `X-Amz-Target: ${service}.GetUser`,
      `Content-Length: ${body.length}`,
    ])
    const socket = await open()
    const answer = new Promise<string>((resolve, reject) => {
      let text = ''
      socket.setEncoding('utf8')
      socket.on('data', (chunk: string) => {
        text += chunk
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(text))
    })
    socket.write(head)
    for (const character of body) {
      expect(await post('[]')).toEqual(serialization)
      socket.write(character)
    }
    expect(await answer).toContain('"__type":"NotAuthorizedException"')
  })

  test('closes although a client has not finished its request', async () => {
    const pool = await startLocalUserPool({ port: 0 })
    const socket = connect(Number(new URL(pool.url).port), '127.0.0.1')
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    socket.on('error', () => undefined)
    await new Promise<void>((resolve) =>
      socket.write('POST / HTTP/1.1\r\nContent-Length: 9\r\n', () => resolve()),
    )
    await fetch(`${pool.url}/_local/inbox`)
    await pool.close()
    await ended
    await expect(fetch(pool.url)).rejects.toThrow()
  })
})

describe('methods and paths', () => {
  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])(
    'has nothing for %s at the address of the API',
    async (method) => {
      const response = await fetch(present(target.endpoint), {
        method,
        headers: { 'x-amz-target': `${service}.GetUser` },
      })
      expect([404, 405]).toContain(response.status)
      await response.text()
    },
  )

  test.each(['TRACE', 'CONNECT', 'BREW'])('does not take %s', async (method) => {
    const answer = await exchange(request(`${method} / HTTP/1.1`, [`Host: localhost:${port}`]))
    expect(answer === '' || (statusOf(answer) >= 400 && statusOf(answer) < 500)).toBe(true)
  })

  test.each([
    ['that is not there', '/nowhere'],
    ['that climbs up', '/..%2f..%2fetc%2fpasswd/.well-known/jwks.json'],
    ['that climbs within', '/_local/../_local/nothing'],
    ['of bytes that are no text', '/%ff%fe/.well-known/jwks.json'],
    ['with half an escape', '/%/.well-known/jwks.json'],
    ['with a NUL', '/_local/%00'],
    ['named like a part of the language', '/__proto__/.well-known/openid-configuration'],
    ['with two slashes', '//_local/inbox'],
    ['of eight thousand characters', '/a'.repeat(4000)],
    ['that is an asterisk', '*'],
    ['that is half a URL', 'http://['],
  ])('has nothing at a path %s', async (_what, path) => {
    const status = statusOf(await exchange(request(`GET ${path} HTTP/1.1`, [`Host: localhost:${port}`])))
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
})

describe('what exists only locally', () => {
  const paths = ['/_local/inbox', '/_local/seed', '/_local/inbox.js', '/_local/nothing']

  test.each([
    'evil.example',
    `evil.example:9339`,
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    'evil.example#localhost',
    'localhost@evil.example',
    'evil.example/localhost',
    '0x7f000001.evil.example',
    '169.254.169.254',
    '[::ffff:10.0.0.1]',
  ])('is refused to a page that calls this machine %s', async (host) => {
    for (const path of paths) {
      const answer = await exchange(request(`GET ${path} HTTP/1.1`, [`Host: ${host}`]))
      expect([400, 403]).toContain(statusOf(answer))
      expect(answer).not.toContain('items')
    }
  })

  test('is refused to a request without a name, or with another one in its first line', async () => {
    const absolute = 'GET http://evil.example/_local/inbox HTTP/1.1'
    const bytes = [
      request('GET /_local/inbox HTTP/1.1', []),
      request(absolute, ['Host: evil.example']),
      request(absolute, [`Host: localhost:${port}`]),
    ]
    for (const sent of bytes) {
      const answer = await exchange(sent)
      expect([400, 403]).toContain(statusOf(answer))
      expect(answer).not.toContain('items')
    }
  })

  test.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://localhost:3000.evil.example',
    'http://evil.example/#localhost',
    'http://127.0.0.1.nip.io',
    'null',
    'localhost',
    '*',
  ])('may not be read by a page of %s', async (origin) => {
    for (const path of paths) {
      const response = await fetch(`${target.endpoint}${path}`, { headers: { origin } })
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
      await response.text()
    }
    const preflight = await fetch(`${target.endpoint}/_local/inbox`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-any' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('may be read by a page of this machine, and is stored nowhere', async () => {
    const origin = 'http://localhost:3000'
    const response = await fetch(`${target.endpoint}/_local/inbox`, { headers: { origin } })
    expect(response.headers.get('access-control-allow-origin')).toBe(origin)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('vary')).toContain('origin')
  })
})

describe('preflights', () => {
  const allowed = async (headers: string) => {
    const response = await fetch(present(target.endpoint), {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example.com',
        'access-control-request-method': 'POST',
        'access-control-request-headers': headers,
      },
    })
    expect(response.ok).toBe(true)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    return (response.headers.get('access-control-allow-headers') ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== '')
  }

  test('allow every header that Amplify sends', async () => {
    const sent = [
      'amz-sdk-invocation-id',
      'amz-sdk-request',
      'cache-control',
      'content-type',
      'x-amz-target',
      'x-amz-user-agent',
    ]
    expect(await allowed(sent.join(','))).toEqual(expect.arrayContaining(sent))
  })

  test.each([
    'authorization',
    'Authorization',
    'content-type,authorization,x-amz-target',
    'AUTHORIZATION , content-type',
    '\tauthorization\t',
    '',
  ])('never allow the header that signs, asked for as %j', async (headers) => {
    expect(await allowed(headers)).not.toContain('authorization')
  })

  // `*` is a name that a header may have, so a page can have it asked for; as an answer it means any header.
  test('never allow any header at all', async () => {
    expect(await allowed('*,authorization,content-type')).not.toContain('*')
  })
})
