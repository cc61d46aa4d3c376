import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Triggers } from '../domain/trigger-events.ts'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

/** What speaks Lambda's Invoke API: the test says what it answers, and sees what it was asked. */
let answer: (event: Record<string, unknown>, response: ServerResponse) => void
let asked: { method: string; url: string; type: string; event: Record<string, unknown> }[]
const server = createServer(async (request: IncomingMessage, response) => {
  const event = JSON.parse(await text(request))
  const { method = '', url = '', headers } = request
  asked.push({ method, url, type: String(headers['x-amz-invocation-type']), event })
  answer(event, response)
})
let endpoint: string
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  answer = (event, response) => response.end(JSON.stringify(event))
})

const arn = (name: string) => `arn:aws:lambda:ap-northeast-1:000000000000:function:${name}`

async function poolWith(
  LambdaConfig: object,
  options: { lambdaEndpoint?: string; triggers?: Triggers } = {},
) {
  return testPool({ LambdaConfig }, {}, { lambdaEndpoint: endpoint, ...options })
}

const email = 'hanako@example.com'
const signUp = ({ clientId: ClientId }: TestPool) => ({ ClientId, Username: email, Password: testPassword })
const refusal = async () => {
  const pool = await poolWith({ PreSignUp: arn('sign-up') })
  return pool.refusal('SignUp', signUp(pool))
}

test('asks the function that the pool’s LambdaConfig names, and no other', async () => {
  answer = (event, response) =>
    response.end(JSON.stringify({ ...event, response: { autoConfirmUser: true } }))
  const pool = await poolWith({ PreSignUp: arn('sign-up') })
  expect(await pool.call('SignUp', signUp(pool))).toMatchObject({ UserConfirmed: true })
  expect(asked).toMatchObject([
    {
      method: 'POST',
      url: '/2015-03-31/functions/sign-up/invocations',
      type: 'RequestResponse',
      event: { triggerSource: 'PreSignUp_SignUp', request: { userAttributes: { email } } },
    },
  ])
})

test('asks for the version or the alias of the function', async () => {
  const pool = await poolWith({ PreSignUp: arn('sign-up:live') }, { lambdaEndpoint: `${endpoint}/` })
  await pool.call('SignUp', signUp(pool))
  expect(asked[0]?.url).toBe('/2015-03-31/functions/sign-up/invocations?Qualifier=live')
})

test('finds the functions whose place in LambdaConfig is another', async () => {
  const pool = await poolWith({
    PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: arn('tokens') },
    CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: arn('mail') },
    KMSKeyID: 'arn:aws:kms:ap-northeast-1:000000000000:key/1',
  })
  await pool.confirmedUser(email)
  await pool.tokens(email)
  expect(asked).toMatchObject([{ url: '/2015-03-31/functions/tokens/invocations', event: { version: '2' } }])
  const mailed = new Promise((resolve) => {
    answer = (event, response) => {
      response.end('null')
      resolve(event)
    }
  })
  await pool.call('ForgotPassword', { ClientId: pool.clientId, Username: email })
  expect(await mailed).toMatchObject({ triggerSource: 'CustomEmailSender_ForgotPassword' })
})

test('a function of this process takes the place of one at the endpoint', async () => {
  const triggers: Triggers = { PreSignUp: (event) => event }
  const pool = await poolWith({ PreSignUp: arn('sign-up'), PostConfirmation: arn('confirmed') }, { triggers })
  await pool.call('SignUp', signUp(pool))
  expect(asked).toEqual([])
  await pool.call('AdminConfirmSignUp', { UserPoolId: pool.userPoolId, Username: email })
  expect(asked).toMatchObject([{ url: '/2015-03-31/functions/confirmed/invocations' }])
})

test.each([
  ['Lambda', { 'x-amz-function-error': 'Unhandled' }, { errorMessage: 'not today', errorType: 'Error' }],
  ['its runtime alone', {}, { errorMessage: 'not today', errorType: 'Error', trace: [] }],
])('says what the function throws, as %s tells it', async (_, headers, body) => {
  answer = (_event, response) => {
    response.writeHead(200, headers)
    response.end(JSON.stringify(body))
  }
  expect(await refusal()).toEqual(refused('UserLambdaValidation', 'PreSignUp failed with error not today.'))
  expect(asked).toHaveLength(1)
})

test.each([
  [404, 'ResourceNotFoundException', 1],
  [503, 'ServiceException', 3],
])('says what the endpoint refuses (%d), and tries again where it may help', async (status, name, times) => {
  answer = (_event, response) => {
    response.writeHead(status, { 'x-amzn-errortype': `${name}:http://internal.amazon.com/` })
    response.end('{}')
  }
  expect(await refusal()).toEqual(
    refused('UnexpectedLambda', `PreSignUp invocation failed due to error ${name}.`),
  )
  expect(asked).toHaveLength(times)
})

test('says that nobody is there', async () => {
  const nobody = createServer()
  nobody.listen(0, '127.0.0.1')
  await once(nobody, 'listening')
  const lambdaEndpoint = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}`
  nobody.close()
  await once(nobody, 'close')
  const pool = await poolWith({ PreSignUp: arn('sign-up') }, { lambdaEndpoint })
  const address = `${lambdaEndpoint}/2015-03-31/functions/sign-up/invocations`
  expect(await pool.refusal('SignUp', signUp(pool))).toEqual(
    refused('UnexpectedLambda', `PreSignUp invocation failed due to error ECONNREFUSED at ${address}.`),
  )
})

test('lets go of an answer that comes too late', async () => {
  const cut: Promise<unknown>[] = []
  answer = (_event, response) => {
    cut.push(once(response, 'close'))
  }
  // The time is up when the request has come.
  const timer = async () => {
    const count = asked.length
    while (asked.length === count) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const pool = await testPool(
    { LambdaConfig: { PreSignUp: arn('sign-up') } },
    {},
    { lambdaEndpoint: endpoint, timer },
  )
  expect(await pool.refusal('SignUp', signUp(pool))).toMatchObject({ name: 'UnexpectedLambdaException' })
  expect(await Promise.all(cut)).toHaveLength(3)
})

test.each(['no JSON', '', 'null', '"text"', '{}'])('%j is no answer', async (body) => {
  answer = (_event, response) => response.end(body)
  expect(await refusal()).toEqual(refused('InvalidLambdaResponse', 'Unrecognizable lambda output'))
})
