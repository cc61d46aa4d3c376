import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { startTarget, type Target } from '../target.ts'
import { post } from '../wire.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

/** Every operation that the SDK knows. */
const operations = Object.keys(sdk)
  .filter((name) => name.endsWith('Command') && !name.startsWith('$'))
  .map((name) => name.slice(0, -'Command'.length))

/** Those that the tests of this folder send. */
function sent(): Set<string> {
  const folder = dirname(fileURLToPath(import.meta.url))
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  return new Set(
    sources.flatMap((source) => [...source.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name ?? '')),
  )
}

test('every operation that the pool has is sent by the SDK in a test of this folder', async () => {
  // A body that no operation takes tells an operation that is there from one that is not, and does nothing.
  const answers = await Promise.all(
    operations.map(async (name) => ({
      name,
      text: (await post(target, name, [], { authorization: 'AWS4-HMAC-SHA256' })).text,
    })),
  )
  const implemented = answers
    .filter(({ text }) => text.includes('SerializationException'))
    .map(({ name }) => name)
  expect(implemented.length).toBeGreaterThanOrEqual(132)
  const tested = sent()
  expect(implemented.filter((name) => !tested.has(name))).toEqual([])
})

test('an operation that the model of the API does not have yet is refused by its name', async () => {
  const attempt = target.admin.send(
    new sdk.GetUserPoolSessionConfigurationCommand({ UserPoolId: target.userPoolId }),
  )
  const { name, message, $metadata } = await refusal(attempt, sdk.CognitoIdentityProviderServiceException)
  expect({ name, message, status: $metadata.httpStatusCode }).toEqual({
    name: 'UnknownOperationException',
    message: 'Unknown operation: GetUserPoolSessionConfiguration.',
    status: 400,
  })
  expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
})
