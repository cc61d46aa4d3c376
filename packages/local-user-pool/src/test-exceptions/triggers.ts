import type { TriggerName, Triggers } from '../domain/trigger-events.ts'
import { testPool } from '../test-pool.ts'
import { email, named, other, Password } from './arranged.ts'
import type { Name, Provocation, Provocations } from './provocation.ts'

/** What there is before an operation runs a trigger, while the function behind it still does as it should. */
type Before = (pool: ReturnType<typeof named>) => Promise<object>

const withPerson =
  (next: Before): Before =>
  async (arranged) => {
    await arranged.pool.confirmedUser(email)
    return next(arranged)
  }

const ofPerson = ({ UserPoolId, Username }: ReturnType<typeof named>) => ({ UserPoolId, Username })
const ofClient = ({ ClientId, Username }: ReturnType<typeof named>) => ({ ClientId, Username })

const withNewcomer =
  (next: Before): Before =>
  async (arranged) => {
    await arranged.pool.call('SignUp', { ...ofClient(arranged), Password })
    return next(arranged)
  }

const byPassword = (AuthFlow: string): Before =>
  withPerson(async ({ UserPoolId, ClientId }) => ({
    ...(AuthFlow.startsWith('ADMIN') && { UserPoolId }),
    ClientId,
    AuthFlow,
    AuthParameters: { USERNAME: email, PASSWORD: Password },
  }))

/** An operation that runs the trigger, each of them. */
const occasions: { readonly [Operation in Name]?: readonly [TriggerName, Before] } = {
  AdminConfirmSignUp: ['PostConfirmation', withNewcomer(async (arranged) => ofPerson(arranged))],
  AdminCreateUser: ['PreSignUp', async (arranged) => ofPerson(arranged)],
  AdminInitiateAuth: ['PreAuthentication', byPassword('ADMIN_USER_PASSWORD_AUTH')],
  AdminResetUserPassword: ['CustomMessage', withPerson(async (arranged) => ofPerson(arranged))],
  AdminRespondToAuthChallenge: [
    'PostAuthentication',
    withPerson(async ({ pool, UserPoolId }) => ({ UserPoolId, ...(await pool.proof(email, Password)) })),
  ],
  AdminUpdateUserAttributes: [
    'CustomMessage',
    withPerson(async (arranged) => ({
      ...ofPerson(arranged),
      UserAttributes: [{ Name: 'email', Value: other }],
    })),
  ],
  ConfirmForgotPassword: [
    'PostConfirmation',
    withPerson(async (arranged) => {
      const { pool } = arranged
      await pool.call('ForgotPassword', ofClient(arranged))
      return { ...ofClient(arranged), Password, ConfirmationCode: await pool.sent(email) }
    }),
  ],
  ConfirmSignUp: [
    'PostConfirmation',
    withNewcomer(async (arranged) => ({
      ...ofClient(arranged),
      ConfirmationCode: await arranged.pool.sent(email),
    })),
  ],
  ForgotPassword: ['CustomMessage', withPerson(async (arranged) => ofClient(arranged))],
  GetTokensFromRefreshToken: [
    'PreTokenGeneration',
    withPerson(async ({ pool, ClientId }) => {
      const { RefreshToken } = await pool.tokens(email)
      return { ClientId, RefreshToken }
    }),
  ],
  GetUserAttributeVerificationCode: [
    'CustomMessage',
    withPerson(async ({ pool }) => {
      const { AccessToken } = await pool.tokens(email)
      return { AccessToken, AttributeName: 'email' }
    }),
  ],
  InitiateAuth: ['PreAuthentication', byPassword('USER_PASSWORD_AUTH')],
  ResendConfirmationCode: ['CustomMessage', withNewcomer(async (arranged) => ofClient(arranged))],
  RespondToAuthChallenge: ['PostAuthentication', withPerson(({ pool }) => pool.proof(email, Password))],
  SignUp: ['PreSignUp', async (arranged) => ({ ...ofClient(arranged), Password })],
  UpdateUserAttributes: [
    'CustomMessage',
    withPerson(async ({ pool }) => {
      const { AccessToken } = await pool.tokens(email)
      return { AccessToken, UserAttributes: [{ Name: 'email', Value: other }] }
    }),
  ],
}

/** What a function does in place of answering its event, and what becomes of it. */
const misdeeds = {
  InvalidLambdaResponse: () => 'no event',
  UnexpectedLambda: () => new Promise(() => {}),
  UserLambdaValidation: () => {
    throw new Error('not today')
  },
}

function misbehaving(name: TriggerName, before: Before, misdeed: () => unknown): Provocation['arrange'] {
  return async () => {
    let isGood = true
    const trigger = (event: unknown) => (isGood ? event : misdeed())
    const arranged = named(
      await testPool(
        {},
        {},
        {
          triggers: { [name]: trigger } as Triggers,
          // Time is over at once, from when on the function keeps silent.
          timer: () => (isGood ? new Promise(() => {}) : Promise.resolve()),
        },
      ),
    )
    const input = await before(arranged)
    isGood = false
    return [arranged.pool, input]
  }
}

/** Functions that throw, keep silent, or answer nonsense. */
export const triggers: Provocations = Object.fromEntries(
  Object.entries(occasions).map(([operation, [name, before]]) => [
    operation,
    Object.fromEntries(
      Object.entries(misdeeds).map(([exception, misdeed]) => [exception, misbehaving(name, before, misdeed)]),
    ),
  ]),
)
