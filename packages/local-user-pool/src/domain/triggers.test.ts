import { describe, expect, test } from 'vitest'
import type { LocalUserPoolOptions } from '../pool.ts'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'
import type { TriggerName, Triggers } from './trigger-events.ts'

const email = 'hanako@example.com'

/** Each trigger, at an operation that runs it. Custom senders are not waited for, so nothing is said of them. */
const occasions: Readonly<
  Record<string, (pool: TestPool) => Promise<[Parameters<TestPool['refusal']>[0], object]>>
> = {
  PreSignUp: async (pool) => ['SignUp', signUp(pool)],
  PostConfirmation: async (pool) => {
    await pool.call('SignUp', signUp(pool))
    return ['AdminConfirmSignUp', { UserPoolId: pool.userPoolId, Username: email }]
  },
  PreAuthentication: async (pool) => signIn(pool),
  PostAuthentication: async (pool) => signIn(pool),
  PreTokenGeneration: async (pool) => signIn(pool),
  CustomMessage: async (pool) => {
    await pool.confirmedUser(email)
    return ['ForgotPassword', { ClientId: pool.clientId, Username: email }]
  },
  UserMigration: async (pool) => [
    'InitiateAuth',
    {
      ClientId: pool.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: testPassword },
    },
  ],
}

const signUp = ({ clientId: ClientId }: TestPool) => ({ ClientId, Username: email, Password: testPassword })

async function signIn(pool: TestPool): Promise<['InitiateAuth', object]> {
  await pool.confirmedUser(email)
  const AuthParameters = { USERNAME: email, PASSWORD: testPassword }
  return ['InitiateAuth', { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }]
}

const only = (name: string, trigger: (event: unknown) => unknown) => ({ [name]: trigger }) as Triggers

const never = () => new Promise<never>(() => {})

describe.each(Object.keys(occasions))('%s', (name) => {
  async function refusalWith(
    trigger: (event: unknown) => unknown,
    options: Pick<LocalUserPoolOptions, 'timer'> = {},
  ) {
    const pool = await testPool({}, {}, { triggers: only(name, trigger), ...options })
    const [operation, input] = (await occasions[name]?.(pool)) ?? ['SignUp', {}]
    return pool.refusal(operation, input)
  }

  test('what it throws is the answer', async () => {
    const throwing = async () => {
      throw new Error('not today')
    }
    expect(await refusalWith(throwing)).toEqual(
      refused('UserLambdaValidation', `${name} failed with error not today.`),
    )
  })

  test.each([
    ['nothing', undefined],
    ['no response', {}],
    ['a response that is a list', { response: [] }],
  ])('%s is no answer', async (_, answer) => {
    expect(await refusalWith(() => answer)).toEqual(
      refused('InvalidLambdaResponse', 'Unrecognizable lambda output'),
    )
  })

  test('silence is not waited for longer than 5 seconds, three times', async () => {
    const waits: number[] = []
    let count = 0
    const silent = () => {
      count += 1
      return never()
    }
    const timer = async (milliseconds: number) => waits.push(milliseconds)
    expect(await refusalWith(silent, { timer })).toEqual(
      refused(
        'UnexpectedLambda',
        `${name} invocation failed due to error Socket timeout while invoking Lambda function.`,
      ),
    )
    expect([count, waits]).toEqual([3, [5000, 5000, 5000]])
  })

  test.each([
    ['agrees', (event: unknown) => event],
    [
      'refuses',
      () => {
        throw new Error('no')
      },
    ],
  ])('a pool that is deleted before it %s is none any more', async (_, then) => {
    let pool: TestPool | undefined
    const deleting = async (event: unknown) => {
      await pool?.call('DeleteUserPool', { UserPoolId: pool.userPoolId })
      return then(event)
    }
    pool = await testPool({}, {}, { triggers: only(name, deleting) })
    const [operation, input] = (await occasions[name]?.(pool)) ?? ['SignUp', {}]
    const gone = 'ClientId' in input ? `pool client ${pool.clientId}` : `pool ${pool.userPoolId}`
    expect(await pool.refusal(operation, input)).toEqual(
      refused('ResourceNotFound', `User ${gone} does not exist.`),
    )
  })

  test('an app client that is deleted while it thinks is none any more', async () => {
    let pool: TestPool | undefined
    const deleting = async (event: unknown) => {
      const { userPoolId: UserPoolId, clientId: ClientId } = pool ?? {}
      await pool?.call('DeleteUserPoolClient', { UserPoolId, ClientId } as never)
      return event
    }
    pool = await testPool({}, {}, { triggers: only(name, deleting) })
    const [operation, input] = (await occasions[name]?.(pool)) ?? ['SignUp', {}]
    const gone = refused('ResourceNotFound', `User pool client ${pool.clientId} does not exist.`)
    if ('ClientId' in input) expect(await pool.refusal(operation, input)).toEqual(gone)
    else expect(await pool.attempt(operation, input)).toBe('ok')
  })

  test('closing the pool ends the wait for it, and what is left undone is no bug', async () => {
    const asked = Promise.withResolvers<void>()
    const later = Promise.withResolvers<unknown>()
    const slow = (event: unknown) => {
      asked.resolve()
      return later.promise.then(() => event)
    }
    const waits: AbortSignal[] = []
    const timer = (_: number, signal: AbortSignal) => {
      waits.push(signal)
      return never()
    }
    const pool = await testPool({}, {}, { triggers: only(name, slow), timer })
    const [operation, input] = (await occasions[name]?.(pool)) ?? ['SignUp', {}]
    const answer = pool.attempt(operation, input)
    await asked.promise
    pool.close()
    expect(await answer).toBe('InternalErrorException: Internal error.')
    later.resolve(undefined)
    expect(waits.map(({ aborted }) => aborted)).toEqual([true])
  })
})

test('a code is sent to nobody who is deleted while a trigger words it', async () => {
  let pool: TestPool | undefined
  const meanwhile: Triggers = {
    async CustomMessage(event) {
      await pool?.call('AdminDeleteUser', { UserPoolId: event.userPoolId, Username: event.userName })
      return event
    },
  }
  pool = await testPool({}, {}, { triggers: meanwhile })
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'ON',
    EmailMfaConfiguration: { Message: '{####}', Subject: 'code' },
  })
  expect(await pool.refusal(...(await signIn(pool)))).toEqual(refused('UserNotFound', 'User does not exist.'))
  expect(await pool.sent(email)).toBe('')
})

test('a trigger that was silent once may answer the next time', async () => {
  let count = 0
  const slow: Triggers = {
    PreSignUp(event) {
      count += 1
      return count < 3 ? never() : event
    },
  }
  const timer = () => (count < 3 ? Promise.resolve() : never())
  const pool = await testPool({}, {}, { triggers: slow, timer })
  expect(await pool.call('SignUp', signUp(pool))).toHaveProperty('UserSub')
})

test('what a trigger throws is final', async () => {
  let count = 0
  const triggers: Triggers = {
    PreSignUp() {
      count += 1
      throw new Error('no')
    },
  }
  const pool = await testPool({}, {}, { triggers })
  await pool.refusal('SignUp', signUp(pool))
  expect(count).toBe(1)
})

test('what a trigger does to its event changes nothing but by its answer', async () => {
  const triggers: Triggers = {
    PreSignUp(event) {
      const copy = structuredClone(event)
      Object.assign(event.request.userAttributes, { email: 'somebody.else@example.com' })
      event.response.autoConfirmUser = true
      return copy
    },
  }
  const pool = await testPool({}, {}, { triggers })
  expect(await pool.call('SignUp', signUp(pool))).toMatchObject({ UserConfirmed: false })
  expect((await pool.user(email)).attributes.email).toBe(email)
})

test('an answer that is no JSON is none', async () => {
  const endless: Record<string, unknown> = {}
  endless.response = endless
  const pool = await testPool({}, {}, { triggers: only('PreSignUp', () => endless) })
  expect(await pool.refusal('SignUp', signUp(pool))).toEqual(
    refused('InvalidLambdaResponse', 'Unrecognizable lambda output'),
  )
})

test('a password that is replaced while a trigger thinks lets nobody in any more', async () => {
  let pool: TestPool | undefined
  const meanwhile: Triggers = {
    async PreAuthentication(event) {
      const user = { UserPoolId: event.userPoolId, Username: event.userName }
      await pool?.call('AdminSetUserPassword', { ...user, Password: 'Another-2026', Permanent: true })
      return event
    },
  }
  pool = await testPool({}, {}, { triggers: meanwhile })
  expect(await pool.refusal(...(await signIn(pool)))).toEqual(
    refused('NotAuthorized', 'Incorrect username or password.'),
  )
})

test.each([
  ['ENABLED', refused('NotAuthorized', 'Incorrect username or password.')],
  ['LEGACY', refused('UserNotFound', 'User does not exist.')],
] as const)(
  'who is deleted while a trigger thinks is nobody: %s',
  async (PreventUserExistenceErrors, refusal) => {
    let pool: TestPool | undefined
    const meanwhile: Triggers = {
      async PreAuthentication(event) {
        await pool?.call('AdminDeleteUser', { UserPoolId: event.userPoolId, Username: event.userName })
        return event
      },
    }
    pool = await testPool({}, { PreventUserExistenceErrors }, { triggers: meanwhile })
    expect(await pool.refusal(...(await signIn(pool)))).toEqual(refusal)
  },
)

test.each([
  ['AdminDisableUser', refused('NotAuthorized', 'Refresh Token has been revoked')],
  ['AdminDeleteUser', refused('NotAuthorized', 'Invalid Refresh Token')],
] as const)('no tokens are refreshed after %s while a trigger thinks', async (change, refusal) => {
  let pool: TestPool | undefined
  const meanwhile: Triggers = {
    async PreTokenGeneration(event) {
      const user = { UserPoolId: event.userPoolId, Username: event.userName }
      if (event.triggerSource === 'TokenGeneration_RefreshTokens') await pool?.call(change, user)
      return event
    },
  }
  pool = await testPool({}, {}, { triggers: meanwhile })
  await pool.confirmedUser(email)
  const { RefreshToken } = await pool.tokens(email)
  const { clientId: ClientId } = pool
  expect(await pool.refusal('GetTokensFromRefreshToken', { ClientId, RefreshToken })).toEqual(refusal)
})

test('an address that is changed while a trigger thinks is the one that its code verifies', async () => {
  let pool: TestPool | undefined
  let isFirst = true
  const put = async (event: { userPoolId: string; userName: string | undefined }, address: string) => {
    const user = { UserPoolId: event.userPoolId, Username: event.userName ?? '' }
    await pool?.call('AdminUpdateUserAttributes', {
      ...user,
      UserAttributes: [{ Name: 'email', Value: address }],
    })
  }
  const meanwhile: Triggers = {
    async CustomMessage(event) {
      if (isFirst) await put(event, 'other@example.com')
      isFirst = false
      return event
    },
  }
  pool = await testPool({}, {}, { triggers: meanwhile })
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email)
  const { username: userName } = await pool.user(email)
  await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
  const Code = await pool.sent('other@example.com')
  await put({ userPoolId: pool.userPoolId, userName }, email)
  expect(
    await pool.refusal('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code }),
  ).toMatchObject({
    name: expect.stringMatching(/CodeMismatch|ExpiredCode/),
  })
})

test('who is deleted while a trigger thinks has signed up all the same', async () => {
  let pool: TestPool | undefined
  const meanwhile: Triggers = {
    async CustomMessage(event) {
      await pool?.call('AdminDeleteUser', { UserPoolId: event.userPoolId, Username: event.userName })
      return event
    },
  }
  pool = await testPool({}, {}, { triggers: meanwhile })
  expect(await pool.call('SignUp', signUp(pool))).toEqual({
    UserConfirmed: false,
    UserSub: expect.any(String),
  })
  expect(await pool.sent(email)).toBe('')
})

test('every trigger is told where it runs, and for whom', async () => {
  const heard: { name: string; event: object }[] = []
  const names: TriggerName[] = [
    'PreSignUp',
    'PostConfirmation',
    'PreAuthentication',
    'PostAuthentication',
    'PreTokenGeneration',
    'CustomMessage',
  ]
  const noting = (name: TriggerName) =>
    only(name, (event) => {
      heard.push({ name, event: event as object })
      return event
    })
  const triggers = Object.assign({}, ...names.map(noting)) as Triggers
  const pool = await testPool({}, {}, { triggers })
  const { UserSub } = await pool.call('SignUp', signUp(pool))
  await pool.call('ConfirmSignUp', {
    ClientId: pool.clientId,
    Username: email,
    ConfirmationCode: await pool.sent(email),
  })
  await pool.signIn(email, testPassword)
  expect(heard.map(({ name }) => name)).toEqual([
    'PreSignUp',
    'CustomMessage',
    'PostConfirmation',
    'PreAuthentication',
    'PostAuthentication',
    'PreTokenGeneration',
  ])
  for (const { event } of heard) {
    expect(event).toMatchObject({
      version: '1',
      region: 'ap-northeast-1',
      userPoolId: pool.userPoolId,
      userName: UserSub,
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.clientId },
      request: { userAttributes: { email } },
    })
  }
})
