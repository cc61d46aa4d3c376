import {
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { createLocalUserPool, exampleSeed } from '@genkan/local-user-pool'
import { requestHandlerOf } from '@genkan/local-user-pool/aws-sdk'
import { afterAll, expect, test } from 'vitest'
import { invite } from './invite.ts'

const pool = createLocalUserPool({ seed: exampleSeed })
const client = new CognitoIdentityProviderClient({
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  requestHandler: requestHandlerOf(pool),
})
afterAll(() => pool.close())

test('whoever is invited gets a mail, and a second invitation is refused', async () => {
  const sentTo: string[] = []
  pool.onDelivery(({ destination }) => sentTo.push(destination))
  const { status } = await invite(client, exampleSeed.userPoolId, 'yuki@example.com')
  expect(status).toBe('FORCE_CHANGE_PASSWORD')
  expect(sentTo).toEqual(['yuki@example.com'])

  const again = invite(client, exampleSeed.userPoolId, 'yuki@example.com')
  await expect(again).rejects.toBeInstanceOf(UsernameExistsException)
})
