import { model } from '../../packages/local-user-pool/src/protocol/model.ts'
import { brokenBody } from './bodies.ts'
import { likelyInput } from './likely.ts'
import type { Run } from './run.ts'
import type { World } from './world.ts'

/** What calculates for long, or leaves little to look at after it, comes less often. */
const seldom: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      ...[
        'SignUp',
        'AdminCreateUser',
        'AdminSetUserPassword',
        'ChangePassword',
        'InitiateAuth',
        'AdminInitiateAuth',
      ],
      ...[
        'RespondToAuthChallenge',
        'AdminRespondToAuthChallenge',
        'GetTokensFromRefreshToken',
        'GetClientToken',
      ],
      ...['CreateUserPool', 'CreateUserPoolClient', 'UpdateUserPool', 'UpdateUserPoolClient', 'ListUsers'],
      ...['GetSigningCertificate', 'StartUserImportJob', 'ConfirmDevice'],
    ].map((name) => [name, 0.4]),
  ),
  ...Object.fromEntries(
    [
      ...['DeleteUser', 'AdminDeleteUser', 'DeleteUserPool', 'DeleteUserPoolClient', 'AdminDisableUser'],
      ...['GlobalSignOut', 'AdminUserGlobalSignOut', 'RevokeToken', 'AdminResetUserPassword', 'DeleteGroup'],
    ].map((name) => [name, 0.25]),
  ),
}

const operations = Object.keys(model.operations).map((name) => [seldom[name] ?? 1, name] as const)

const notThere = [
  '',
  'Nonsense',
  'getUser',
  '__proto__',
  'constructor',
  'GetUser.',
  'GetUser GetUser',
  'G'.repeat(5000),
]

/** One request to some operation: likely to be accepted, nearly so, all over the place, or in bytes that are no JSON. */
export async function anyOperation(run: Run, world: World): Promise<void> {
  const { chance, inputs } = run
  if (chance.is(0.01)) {
    await run.operation(chance.pick(notThere), '{}')
    return
  }
  const name = chance.weighed(operations)
  const likely = () => likelyInput(run, world, name)
  await chance.weighed<() => Promise<unknown>>([
    [30, () => run.call(name, likely())],
    [40, () => run.call(name, inputs.altered(likely()))],
    [5, () => run.call(name, inputs.altered(inputs.altered(likely())))],
    [15, () => run.call(name, inputs.fitting(model.operations[name]?.input ?? ''))],
    [
      2,
      () => run.call(name, likely(), { authorization: chance.pick(['', 'Bearer a', 'Basic YTpi', 'AWS4']) }),
    ],
    [2, () => run.call(name, likely(), { origin: 'https://evil.example' })],
    [
      12,
      () => {
        const { bytes, headers } = brokenBody(JSON.stringify(likely()), chance)
        return run.operation(name, bytes, headers)
      },
    ],
  ])()
}
