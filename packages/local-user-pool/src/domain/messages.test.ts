import { describe, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'
import type { TriggerEvent, TriggerName, Triggers } from './trigger-events.ts'

const email = 'hanako@example.com'
const phone = '+819012345678'

interface Item {
  readonly medium: string
  readonly secret: string
  readonly subject: string | null
  readonly text: string | null
}

async function inbox(pool: TestPool, to = email): Promise<Item[]> {
  const address = `http://localhost:9339/_local/inbox?to=${encodeURIComponent(to)}`
  const { items } = (await (await pool.fetch(new Request(address))).json()) as { items: Item[] }
  return items
}

const worded: Triggers = {
  CustomMessage(event) {
    const { codeParameter, usernameParameter } = event.request
    event.response.emailSubject = `About ${event.triggerSource}`
    event.response.emailMessage = `${usernameParameter ?? 'You'}: ${codeParameter}.`
    event.response.smsMessage = `SMS ${codeParameter}`
    return event
  },
}

/** What is done for each source, after a confirmed user with an e-mail address is there. */
const occasions: Readonly<Record<string, (pool: TestPool) => Promise<unknown>>> = {
  SignUp: (pool) => pool.call('SignUp', { ClientId: pool.clientId, Username: email, Password: testPassword }),
  ResendCode: async (pool) => {
    const who = { ClientId: pool.clientId, Username: email }
    await pool.call('SignUp', { ...who, Password: testPassword })
    await pool.call('ResendConfirmationCode', { ...who, ClientMetadata: { from: 'tests' } })
  },
  AdminCreateUser: (pool) =>
    pool.call('AdminCreateUser', {
      UserPoolId: pool.userPoolId,
      Username: email,
      DesiredDeliveryMediums: ['EMAIL'],
      ClientMetadata: { from: 'tests' },
    }),
  ForgotPassword: async (pool) => {
    await pool.confirmedUser(email)
    const who = { ClientId: pool.clientId, Username: email }
    await pool.call('ForgotPassword', { ...who, ClientMetadata: { from: 'tests' } })
  },
  UpdateUserAttribute: async (pool) => {
    await pool.confirmedUser('old@example.com')
    const { AccessToken } = await pool.tokens('old@example.com')
    const UserAttributes = [{ Name: 'email', Value: email }]
    await pool.call('UpdateUserAttributes', {
      AccessToken,
      UserAttributes,
      ClientMetadata: { from: 'tests' },
    })
  },
  VerifyUserAttribute: async (pool) => {
    await pool.confirmedUser(email)
    const { AccessToken } = await pool.tokens(email)
    const ClientMetadata = { from: 'tests' }
    await pool.call('GetUserAttributeVerificationCode', {
      AccessToken,
      AttributeName: 'email',
      ClientMetadata,
    })
  },
  Authentication: async (pool) => {
    await pool.confirmedUser(email)
    const UserPoolId = pool.userPoolId
    const EmailMfaConfiguration = {}
    await pool.call('SetUserPoolMfaConfig', { UserPoolId, EmailMfaConfiguration, MfaConfiguration: 'ON' })
    expect(await pool.signIn(email, testPassword)).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
  },
}

describe.each(Object.keys(occasions))('%s', (source) => {
  test('is worded by CustomMessage', async () => {
    const pool = await testPool({}, {}, { triggers: worded })
    await occasions[source]?.(pool)
    const [{ secret, ...words } = { secret: '' }] = await inbox(pool)
    const whom = source === 'AdminCreateUser' ? email : 'You'
    expect(secret).not.toBe('')
    expect(words).toMatchObject({
      subject: `About CustomMessage_${source}`,
      text: `${whom}: ${secret}.`,
    })
  })

  test('is handed to CustomEmailSender instead of the inbox', async () => {
    let heard: ((event: TriggerEvent<'CustomEmailSender'>) => void) | undefined
    const sent = new Promise<TriggerEvent<'CustomEmailSender'>>((resolve) => {
      heard = (event) => event.triggerSource.endsWith(`_${source}`) && resolve(event)
    })
    const triggers: Triggers = {
      CustomEmailSender: (event) => heard?.(event),
      CustomMessage() {
        throw new Error('is not asked')
      },
    }
    const pool = await testPool({}, {}, { triggers })
    await occasions[source]?.(pool)
    const event = await sent
    expect(event).toMatchObject({
      version: '1',
      triggerSource: `CustomEmailSender_${source}`,
      request: {
        type: 'customEmailSenderRequestV1',
        code: expect.stringMatching(/./),
        userAttributes: { email },
      },
    })
    expect(event).not.toHaveProperty('response')
    expect(await inbox(pool)).toEqual([])
  })
})

test('CustomMessage is told what it needs, and the ClientMetadata of the request', async () => {
  const heard: TriggerEvent<'CustomMessage'>[] = []
  const CustomMessage: Triggers['CustomMessage'] = (event) => {
    heard.push(structuredClone(event))
    return event
  }
  const pool = await testPool({}, {}, { triggers: { CustomMessage } })
  await occasions.ForgotPassword?.(pool)
  await pool.call('AdminResetUserPassword', { UserPoolId: pool.userPoolId, Username: email })
  await pool.call('AdminCreateUser', {
    UserPoolId: pool.userPoolId,
    Username: 'taro@example.com',
    DesiredDeliveryMediums: ['EMAIL'],
  })
  const common = {
    userAttributes: { email, email_verified: 'true', 'cognito:user_status': 'CONFIRMED' },
    codeParameter: '{####}',
    linkParameter: '{##Click Here##}',
    usernameParameter: null,
  }
  expect(heard).toMatchObject([
    {
      triggerSource: 'CustomMessage_ForgotPassword',
      callerContext: { clientId: pool.clientId },
      request: { ...common, clientMetadata: { from: 'tests' } },
      response: { smsMessage: null, emailMessage: null, emailSubject: null },
    },
    {
      triggerSource: 'CustomMessage_ForgotPassword',
      callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
      request: common,
    },
    { triggerSource: 'CustomMessage_AdminCreateUser', request: { usernameParameter: '{username}' } },
  ])
})

test('what CustomMessage leaves open is sent as it would be without it', async () => {
  const pool = await testPool({}, {}, { triggers: { CustomMessage: (event) => event } })
  await occasions.SignUp?.(pool)
  expect(await inbox(pool)).toMatchObject([
    { subject: null, text: null, secret: expect.stringMatching(/^\d{6}$/) },
  ])
})

test('a text message has the words for text messages, and no subject', async () => {
  const pool = await testPool({ AutoVerifiedAttributes: ['phone_number'] }, {}, { triggers: worded })
  const UserAttributes = [{ Name: 'phone_number', Value: phone }]
  const input = { ClientId: pool.clientId, Username: email, Password: testPassword, UserAttributes }
  await pool.call('SignUp', input)
  const [{ secret, ...words } = { secret: '' }] = await inbox(pool, phone)
  expect(words).toMatchObject({ medium: 'SMS', subject: null, text: `SMS ${secret}` })
})

test('a first factor by code is worded too', async () => {
  const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] }
  const flows = { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] } as const
  const pool = await testPool({ Policies: { SignInPolicy } } as object, flows as object, { triggers: worded })
  await pool.confirmedUser(email)
  const AuthParameters = { USERNAME: email, PREFERRED_CHALLENGE: 'EMAIL_OTP' }
  await pool.call('InitiateAuth', { ClientId: pool.clientId, AuthFlow: 'USER_AUTH', AuthParameters })
  expect(await inbox(pool)).toMatchObject([{ subject: 'About CustomMessage_Authentication' }])
})

test('the page of the inbox shows the words, as text', async () => {
  const CustomMessage: Triggers['CustomMessage'] = (event) => {
    event.response.emailSubject = '<b>Welcome</b>'
    event.response.emailMessage = `Code: ${event.request.codeParameter}`
    return event
  }
  const pool = await testPool({}, {}, { triggers: { CustomMessage } })
  await occasions.SignUp?.(pool)
  const headers = { accept: 'text/html' }
  const page = await (await pool.fetch(new Request('http://localhost:9339/_local/inbox', { headers }))).text()
  expect(page).toContain('&lt;b&gt;Welcome&lt;/b&gt;')
  expect(page).toContain(`Code: ${await pool.sent(email)}`)
})

test.each([
  ['no place for the code', 'SignUp', { emailMessage: 'Hello' }, '{####\\}'],
  [
    'no place for the username of an invitation',
    'AdminCreateUser',
    { emailMessage: '{####}' },
    '{username\\}',
  ],
])('a message with %s is refused, and not sent', async (_, source, response, place) => {
  const CustomMessage: Triggers['CustomMessage'] = (event) => ({ ...event, response })
  const pool = await testPool({}, {}, { triggers: { CustomMessage } })
  const [operation, input] =
    source === 'SignUp'
      ? (['SignUp', { ClientId: pool.clientId, Username: email, Password: testPassword }] as const)
      : ([
          'AdminCreateUser',
          { UserPoolId: pool.userPoolId, Username: email, DesiredDeliveryMediums: ['EMAIL'] },
        ] as const)
  const { name, message } = await pool.refusal(operation, input)
  expect(name).toBe('InvalidParameterException')
  expect(message).toContain("Value at 'emailBody' failed to satisfy constraint")
  expect(message).toContain(`\\${place}`)
  expect(await inbox(pool)).toEqual([])
})

test('who signs up is a user though there are no words for the code, and may ask for another', async () => {
  let isBroken = true
  const CustomMessage: Triggers['CustomMessage'] = (event) => {
    if (isBroken) throw new Error('no words')
    return event
  }
  const pool = await testPool({}, {}, { triggers: { CustomMessage } })
  const who = { ClientId: pool.clientId, Username: email }
  expect(await pool.refusal('SignUp', { ...who, Password: testPassword })).toEqual(
    refused('UserLambdaValidation', 'CustomMessage failed with error no words.'),
  )
  expect(await pool.user(email)).toMatchObject({ status: 'UNCONFIRMED' })
  isBroken = false
  await pool.call('ResendConfirmationCode', who)
  expect(await pool.sent(email)).toMatch(/^\d{6}$/)
})

test('words that are no text are no answer', async () => {
  const CustomMessage = (event: object) => ({ ...event, response: { emailMessage: 4 } }) as never
  const pool = await testPool({}, {}, { triggers: { CustomMessage } })
  const input = { ClientId: pool.clientId, Username: email, Password: testPassword }
  expect(await pool.refusal('SignUp', input)).toEqual(
    refused('InvalidLambdaResponse', 'Unrecognizable lambda output'),
  )
})

describe('a custom sender', () => {
  test('is handed the very code, which works', async () => {
    const codes: string[] = []
    const CustomEmailSender: Triggers['CustomEmailSender'] = ({ request }) => codes.push(request.code)
    const pool = await testPool({}, {}, { triggers: { CustomEmailSender } })
    await occasions.SignUp?.(pool)
    const [ConfirmationCode = ''] = codes
    await pool.call('ConfirmSignUp', { ClientId: pool.clientId, Username: email, ConfirmationCode })
    expect(await pool.user(email)).toMatchObject({ status: 'CONFIRMED' })
  })

  test('for text messages leaves e-mails alone', async () => {
    const heard: unknown[] = []
    const CustomSMSSender: Triggers['CustomSMSSender'] = (event) => heard.push(event)
    const pool = await testPool(
      { AutoVerifiedAttributes: ['phone_number', 'email'] },
      {},
      { triggers: { CustomSMSSender } },
    )
    await occasions.SignUp?.(pool)
    expect([heard.length, (await inbox(pool)).length]).toEqual([0, 1])
    const UserAttributes = [{ Name: 'phone_number', Value: phone }]
    const input = { ClientId: pool.clientId, Username: 'taro@example.com', Password: testPassword }
    await pool.call('SignUp', { ...input, UserAttributes, ClientMetadata: { from: 'tests' } })
    expect(heard).toMatchObject([
      {
        triggerSource: 'CustomSMSSender_SignUp',
        request: {
          type: 'customSMSSenderRequestV1',
          code: expect.any(String),
          clientMetadata: { from: 'tests' },
        },
      },
    ])
    expect(await inbox(pool, phone)).toEqual([])
  })

  test('that throws, or takes its time, does not change the answer; its owner is told', async () => {
    let told: (() => void) | undefined
    const failures: [TriggerName, unknown][] = []
    const done = new Promise<void>((resolve) => {
      told = resolve
    })
    const CustomEmailSender = async () => {
      throw new Error('no mail today')
    }
    const onTriggerError = (name: TriggerName, error: unknown) => {
      failures.push([name, error])
      told?.()
    }
    const pool = await testPool({}, {}, { triggers: { CustomEmailSender }, onTriggerError })
    await occasions.SignUp?.(pool)
    await done
    expect(failures).toEqual([['CustomEmailSender', new Error('no mail today')]])
    const never: Triggers = { CustomEmailSender: () => new Promise(() => {}) }
    await occasions.SignUp?.(await testPool({}, {}, { triggers: never, timer: () => new Promise(() => {}) }))
  })

  test('is handed one code where the same question is answered many times at once', async () => {
    const codes: string[] = []
    const CustomEmailSender: Triggers['CustomEmailSender'] = ({ request }) => codes.push(request.code)
    const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] }
    const flows = { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] }
    const pool = await testPool({ Policies: { SignInPolicy } } as object, flows as object, {
      triggers: { CustomEmailSender },
    })
    await pool.confirmedUser(email)
    const AuthParameters = { USERNAME: email }
    const { Session } = await pool.call('InitiateAuth', {
      ClientId: pool.clientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters,
    })
    const choice = {
      ClientId: pool.clientId,
      ChallengeName: 'SELECT_CHALLENGE',
      Session,
      ChallengeResponses: { USERNAME: email, ANSWER: 'EMAIL_OTP' },
    }
    const choices = Array.from({ length: 5 }, () => pool.attempt('RespondToAuthChallenge', choice))
    expect((await Promise.all(choices)).filter((outcome) => outcome === 'ok')).toHaveLength(1)
    expect(codes).toHaveLength(1)
  })
})
