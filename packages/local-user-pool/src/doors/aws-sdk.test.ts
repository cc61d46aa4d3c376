import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, onTestFinished, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import { exampleSeed } from '../seed.ts'
import { requestHandlerOf } from './aws-sdk.ts'

const { userPoolId: UserPoolId } = exampleSeed

function started() {
  const pool = createLocalUserPool({ seed: exampleSeed })
  const client = new CognitoIdentityProviderClient({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: requestHandlerOf(pool),
  })
  onTestFinished(() => {
    client.destroy()
    pool.close()
  })
  const faults = async (faults: readonly object[]) => {
    const set = { method: 'PUT', body: JSON.stringify(faults) }
    expect((await pool.fetch(new Request(`${pool.endpoint}/_local/faults`, set))).status).toBe(200)
  }
  return { pool, client, faults }
}

test('answers a client that was told of no endpoint', async () => {
  const { client } = started()
  const Username = '花子@example.com'
  const { User } = await client.send(
    new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }),
  )
  expect(User?.UserStatus).toBe('CONFIRMED')
  const { UserAttributes } = await client.send(new AdminGetUserCommand({ UserPoolId, Username }))
  expect(UserAttributes).toContainEqual({ Name: 'email', Value: Username })
})

test('a refusal is the exception that the SDK knows', async () => {
  const { client } = started()
  const unknown = client.send(new AdminGetUserCommand({ UserPoolId, Username: 'nobody@example.com' }))
  await expect(unknown).rejects.toBeInstanceOf(UserNotFoundException)
})

test('the SDK tries again when a connection is cut, and where there is only a status', async () => {
  const { client, faults } = started()
  await faults([
    { kind: 'cut', times: 1 },
    { kind: 'status', status: 503, times: 1 },
  ])
  const { $metadata } = await client.send(
    new AdminGetUserCommand({ UserPoolId, Username: 'hanako@example.com' }),
  )
  expect($metadata.attempts).toBe(3)
})

test('a call that is aborted ends at once, with the error of the SDK', async () => {
  const { pool, faults } = started()
  await faults([{ kind: 'delay', milliseconds: 60_000 }])
  const request = {
    protocol: 'https:',
    hostname: 'cognito-idp.ap-northeast-1.amazonaws.com',
    path: '/',
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools' },
    body: '{"MaxResults":1}',
  }
  const call = requestHandlerOf(pool).handle(request, { abortSignal: AbortSignal.timeout(20) })
  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
})
