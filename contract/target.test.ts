import { ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider'
import { type RunningLocalUserPool, startLocalUserPool } from '@genkan/local-user-pool'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { confirmedUser } from './people.ts'
import { signInBySrp } from './srp.ts'
import { newUserPool, sdkClient, startTarget } from './target.ts'

describe('TARGET=aws, with the local user pool where the AWS SDK is told to find Cognito', () => {
  let service: RunningLocalUserPool
  beforeAll(async () => {
    service = await startLocalUserPool({ port: 0 })
  })
  afterAll(() => service.close())
  beforeEach(() => {
    vi.stubEnv('TARGET', 'aws')
    vi.stubEnv('AWS_REGION', 'ap-northeast-1')
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'somebody')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
    vi.stubEnv('AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', service.url)
  })
  afterEach(() => vi.unstubAllEnvs())

  async function poolsThere(): Promise<number> {
    const admin = sdkClient('ap-northeast-1', service.url)
    const { UserPools } = await admin.send(new ListUserPoolsCommand({ MaxResults: 60 }))
    admin.destroy()
    return UserPools?.length ?? 0
  }

  test('makes a pool with the credentials of the environment, and deletes what it made', async () => {
    const before = await poolsThere()
    const target = await startTarget()
    await newUserPool(target.admin)
    expect(await poolsThere()).toBe(before + 2)
    const { email, password } = await confirmedUser(target)
    const { AuthenticationResult } = await signInBySrp(target, email, password)
    expect(AuthenticationResult?.AccessToken).toBeDefined()
    await target.close()
    expect(await poolsThere()).toBe(before)
  })

  test('says that a real pool has no inbox and no clock', async () => {
    const target = await startTarget()
    expect(() => target.moveClock({ minutes: 1 })).toThrow('Declare the test with `locally`')
    expect(() => target.sent('somebody@example.com')).toThrow('no inbox')
    await target.close()
  })

  test('makes nothing before it knows the region', async () => {
    vi.stubEnv('AWS_REGION', '')
    await expect(startTarget()).rejects.toThrow('Set AWS_REGION')
  })
})

test('another target is none', async () => {
  vi.stubEnv('TARGET', 'azure')
  await expect(startTarget()).rejects.toThrow("TARGET is 'azure'; it may be 'local' or 'aws'.")
  vi.unstubAllEnvs()
})
