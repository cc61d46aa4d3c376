import { model, type Shape, shapeOf } from '../protocol/model.ts'
import { leastInput } from '../test-inputs.ts'
import { type TestPool, testPassword, testPool } from '../test-pool.ts'
import { broken } from '../test-violations.ts'
import { declaredPairs } from './not-here.ts'
import type { Arranged, Name, Provocation } from './provocation.ts'

/** What nobody has. */
export const nowhere = 'ap-northeast-1_nowhere'
export const nobody = 'nobody@example.com'

interface Furnished {
  readonly pool: TestPool
  /** Tells of everybody whether they exist. */
  readonly open: string
  readonly confidential: string
  /** Access tokens of somebody who was deleted, of somebody who must reset the password, and of a pool that is gone. */
  readonly ofDeleted: string
  readonly ofReset: string
  readonly ofGonePool: string
}

async function furnished(): Promise<Furnished> {
  const pool = await testPool({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })
  const UserPoolId = pool.userPoolId
  await pool.call('CreateGroup', { UserPoolId, GroupName: 'staff' })
  const open = await pool.client({ PreventUserExistenceErrors: 'LEGACY' })
  const confidential = await pool.client({ GenerateSecret: true })
  const tokenOf = async (of: TestPool, email: string) => {
    await of.confirmedUser(email)
    return (await of.tokens(email)).AccessToken
  }
  const ofDeleted = await tokenOf(pool, 'deleted@example.com')
  await pool.call('AdminDeleteUser', { UserPoolId, Username: 'deleted@example.com' })
  const ofReset = await tokenOf(pool, 'reset@example.com')
  await pool.call('AdminResetUserPassword', { UserPoolId, Username: 'reset@example.com' })
  const gone = await testPool()
  const ofGonePool = await tokenOf(gone, 'hanako@example.com')
  await gone.call('DeleteUserPool', { UserPoolId: gone.userPoolId })
  // The token names the pool by its id alone, so that it may be shown to any: both are of the same keys.
  return {
    pool,
    open: open.ClientId,
    confidential: confidential.ClientId,
    ofDeleted,
    ofReset,
    ofGonePool,
  }
}

let shared: Promise<Furnished> | undefined

/** One pool for all that is refused without anything having happened. */
function world(): Promise<Furnished> {
  shared ??= furnished()
  return shared
}

/** What an exception is provoked with that many operations declare, by the members that they have; undefined for others. */
type Rule = (
  operation: Name,
  has: (...members: string[]) => boolean,
) => ((world: Furnished) => Record<string, unknown>) | undefined

const rules: Readonly<Record<string, Rule>> = {
  ResourceNotFoundException(_, has) {
    if (has('UserPoolId')) return () => ({ UserPoolId: nowhere })
    if (has('ResourceArn'))
      return () => ({ ResourceArn: `arn:aws:cognito-idp:ap-northeast-1:0:userpool/${nowhere}` })
    if (has('AccessToken')) return ({ ofGonePool }) => ({ AccessToken: ofGonePool })
    return has('ClientId') ? () => ({ ClientId: 'nowhere' }) : undefined
  },
  NotAuthorizedException(_, has) {
    if (has('AccessToken')) return () => ({ AccessToken: 'nonsense' })
    return has('SecretHash') ? ({ confidential }) => ({ ClientId: confidential }) : undefined
  },
  UserNotFoundException(_, has) {
    if (has('AccessToken')) return ({ ofDeleted }) => ({ AccessToken: ofDeleted })
    if (!has('Username')) return undefined
    const Password = has('Password') && { Password: testPassword }
    if (!has('UserPoolId')) return ({ open }) => ({ ClientId: open, Username: nobody, ...Password })
    return ({ pool: { userPoolId: UserPoolId } }) => ({
      UserPoolId,
      Username: nobody,
      ...Password,
      ...(has('GroupName') && { GroupName: 'staff' }),
      ...(has('MessageAction') && { MessageAction: 'RESEND' }),
    })
  },
  PasswordResetRequiredException: (_, has) =>
    has('AccessToken') ? ({ ofReset }) => ({ AccessToken: ofReset }) : undefined,
}

/** What the pool answers where a fault is set, and nothing else would make it. */
const byFault: Readonly<Record<string, number>> = {
  TooManyRequestsException: 400,
  InternalErrorException: 500,
  InternalServerException: 500,
}

async function withFault(operation: Name, status: number): Promise<Arranged> {
  const { pool } = await world()
  const body = JSON.stringify([{ kind: 'status', operation, status, times: 1 }])
  await pool.fetch(new Request('http://localhost:9339/_local/faults', { method: 'PUT', body }))
  return [pool, leastInput(operation)]
}

function provocationOf(operation: Name, exception: string): Provocation['arrange'] | undefined {
  const status = byFault[exception]
  if (status !== undefined) return () => withFault(operation, status)
  const { input = '' } = model.operations[operation] ?? {}
  if (exception === 'InvalidParameterException') {
    return async () => {
      const all = broken(input, { at: '', input: (value) => value, isSensitive: false })
      const wrong = [...all].find(({ violations }) => violations)
      return [(await world()).pool, wrong?.input as object]
    }
  }
  const { members } = shapeOf(input) as Extract<Shape, { type: 'structure' }>
  const has = (...names: string[]) => names.every((name) => Object.hasOwn(members, name))
  const change = rules[exception]?.(operation, has)
  if (!change) return undefined
  return async () => {
    const furniture = await world()
    return [furniture.pool, { ...leastInput(operation), ...change(furniture) }]
  }
}

/** What can be said of all operations at once, by what the model says of them. */
export function ofTheModel(): Provocation[] {
  return declaredPairs().flatMap(({ operation: name, exception }) => {
    const operation = name as Name
    const arrange = provocationOf(operation, exception)
    return arrange ? [{ operation, exception, arrange }] : []
  })
}
