import { createLocalUserPool } from '@genkan/local-user-pool'
import { requestOf } from './calls.ts'
import type { Call, Group } from './discovery-questions.ts'

/** How many people of each group are asked about in turn. */
const people = 12

const groups: readonly Group[] = [
  'confirmed',
  'confirmed too',
  'unconfirmed',
  'unconfirmed too',
  'disabled',
  'without a password',
  'nobody',
]

/** The name of somebody of the group. Names have one length, and tell the pool nothing of the group. */
export const nameOf = (group: Group, round: number) =>
  `${'abcdefg'[groups.indexOf(group)]}${String(Math.abs(round) % people).padStart(2, '0')}@example.com`

/** A pool with everybody in it, whose clock goes on so far before each question that none is one too many. */
export async function peopled() {
  let now = Date.now()
  const pool = createLocalUserPool({ clock: () => now })
  const call = async (operation: string, input: object) => {
    const response = await pool.fetch(requestOf(operation, input))
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
  }
  const made = async (operation: string, input: object) => {
    const { status, ...answer } = await call(operation, input)
    if (status !== 200) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
    return answer as Record<string, Record<string, string>>
  }
  const { UserPool } = await made('CreateUserPool', {
    PoolName: 'discovery',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  })
  const UserPoolId = UserPool?.Id
  const { UserPoolClient } = await made('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'discovery',
    PreventUserExistenceErrors: 'ENABLED',
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH'],
  })
  const ClientId = UserPoolClient?.ClientId
  for (const group of groups.filter((name) => name !== 'nobody')) {
    for (let index = 0; index < people; index += 1) {
      const Username = nameOf(group, index)
      const user = { UserPoolId, Username }
      if (group.startsWith('unconfirmed')) {
        await made('SignUp', { ClientId, Username, Password: 'Genkan-2026' })
        continue
      }
      const UserAttributes = [{ Name: 'email_verified', Value: 'true' }]
      await made('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS', UserAttributes })
      if (group === 'without a password') continue
      await made('AdminSetUserPassword', { ...user, Password: 'Genkan-2026', Permanent: true })
      if (group === 'disabled') await made('AdminDisableUser', user)
    }
  }
  return {
    call: ((operation, input) => call(operation, { ClientId, ...input })) satisfies Call,
    wait: () => {
      now += 61 * 60 * 1000
    },
    close: () => pool.close(),
  }
}
