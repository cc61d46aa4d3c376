import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, invitedUser, newEmail } from '../people.ts'
import { describeWith } from '../programs.ts'
import { refusal } from '../refusal.ts'
import { newUserPool, startTarget, type Target } from '../target.ts'
import { aws, awsCli, CommandFailed } from './aws.ts'

// What somebody types into a terminal. Each command takes a second to start, so there are no more than are needed.

describeWith(awsCli, () => {
  let target: Target
  const type = (command: string, ...options: string[]) => aws(target, command, ...options)

  beforeAll(async () => {
    target = await startTarget()
  })
  afterAll(() => target.close())

  /** The options that name a pool and a user in it. */
  const userOf = (username: string) => ['--user-pool-id', target.userPoolId, '--username', username]

  const byPassword = (username: string, password: string) => [
    ...['--client-id', target.clientId, '--auth-flow', 'USER_PASSWORD_AUTH', '--auth-parameters'],
    JSON.stringify({ USERNAME: username, PASSWORD: password }),
  ]

  test('makes a pool, an app client and a user, who is asked for a new password', async () => {
    const { UserPool } = await type(
      'create-user-pool',
      ...['--pool-name', 'typed', '--username-attributes', 'email', '--auto-verified-attributes', 'email'],
      ...['--policies', 'PasswordPolicy={MinimumLength=6,RequireSymbols=false}'],
    )
    expect(UserPool).toMatchObject({
      Name: 'typed',
      UsernameAttributes: ['email'],
      Policies: { PasswordPolicy: { MinimumLength: 6, RequireSymbols: false } },
    })
    const pool = ['--user-pool-id', (UserPool as { Id: string }).Id]
    const email = newEmail()
    const [{ UserPoolClient }, { User }] = await Promise.all([
      type(
        'create-user-pool-client',
        ...[...pool, '--client-name', 'typed', '--explicit-auth-flows', 'ALLOW_USER_PASSWORD_AUTH'],
      ),
      type(
        'admin-create-user',
        ...[...pool, '--username', email, '--temporary-password', 'Typed1', '--message-action', 'SUPPRESS'],
        ...['--user-attributes', `Name=email,Value=${email}`, 'Name=email_verified,Value=true'],
      ),
    ])
    expect(User).toMatchObject({
      UserStatus: 'FORCE_CHANGE_PASSWORD',
      Attributes: expect.arrayContaining([{ Name: 'email', Value: email }]),
    })
    const client = ['--client-id', (UserPoolClient as { ClientId: string }).ClientId]
    const { ChallengeName, Session } = await type(
      'initiate-auth',
      ...[...client, '--auth-flow', 'USER_PASSWORD_AUTH'],
      ...['--auth-parameters', `USERNAME=${email},PASSWORD=Typed1`],
    )
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    const { AuthenticationResult } = await type(
      'respond-to-auth-challenge',
      ...[...client, '--challenge-name', 'NEW_PASSWORD_REQUIRED', '--session', String(Session)],
      ...['--challenge-responses', `USERNAME=${email},NEW_PASSWORD=Typed2`],
    )
    const { AccessToken } = AuthenticationResult as { AccessToken: string }
    expect(await type('get-user', '--access-token', AccessToken)).toMatchObject({
      Username: (User as { Username: string }).Username,
      UserAttributes: expect.arrayContaining([{ Name: 'email_verified', Value: 'true' }]),
    })
  })

  test('sets a password of any script for somebody, and signs in with it as an administrator', async () => {
    const { email } = await invitedUser(target)
    const password = 'Aa1!パスワード𠮷か\u3099👩‍👩‍👧'
    await type('admin-set-user-password', ...userOf(email), '--password', password, '--permanent')
    const { AuthenticationResult } = await type(
      'admin-initiate-auth',
      ...['--user-pool-id', target.userPoolId, '--client-id', target.clientId],
      ...['--auth-flow', 'ADMIN_USER_PASSWORD_AUTH'],
      ...['--auth-parameters', JSON.stringify({ USERNAME: email, PASSWORD: password })],
    )
    expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 })
  })

  test('lists more users than one page holds, those that a filter names, and on from where it stopped', async () => {
    const { admin } = target
    const UserPoolId = await newUserPool(admin)
    const crowd = await Promise.all(
      Array.from({ length: 63 }, () => invitedUser({ admin, userPoolId: UserPoolId })),
    )
    const list = async (...options: string[]) => {
      const answer = await type('list-users', '--user-pool-id', UserPoolId, ...options)
      const users = answer.Users as readonly { readonly Username: string }[]
      return { names: users.map(({ Username }) => Username), token: answer.NextToken }
    }
    const everybody = crowd.map(({ sub }) => sub).sort()
    const [{ sub = '', email = '' } = {}] = crowd
    const [all, found, begun] = await Promise.all([
      list(),
      list('--filter', `email = "${email}"`),
      list('--page-size', '7', '--max-items', '10'),
    ])
    expect([...all.names].sort()).toEqual(everybody)
    expect(found.names).toEqual([sub])
    expect(begun.names).toHaveLength(10)
    const rest = await list('--starting-token', String(begun.token))
    expect([...begun.names, ...rest.names].sort()).toEqual(everybody)
  })

  test('puts a user into a group and lists its members', async () => {
    const { email, sub } = await confirmedUser(target)
    const group = ['--user-pool-id', target.userPoolId, '--group-name', '管理者']
    const { Group } = await type('create-group', ...group, '--precedence', '1')
    expect(Group).toMatchObject({ GroupName: '管理者', Precedence: 1 })
    await type('admin-add-user-to-group', ...group, '--username', email)
    expect(await type('list-users-in-group', ...group)).toMatchObject({ Users: [{ Username: sub }] })
  })

  test('resets a forgotten password by the code that was sent', async () => {
    const { email } = await confirmedUser(target)
    const user = ['--client-id', target.clientId, '--username', email]
    const { CodeDeliveryDetails } = await type('forgot-password', ...user)
    expect(CodeDeliveryDetails).toMatchObject({ DeliveryMedium: 'EMAIL', AttributeName: 'email' })
    const code = await target.sent(email)
    const answer = ['--confirmation-code', code, '--password', 'Chosen-2026']
    await type('confirm-forgot-password', ...user, ...answer)
    expect(await type('initiate-auth', ...byPassword(email, 'Chosen-2026'))).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test('prints why a command is refused, and ends with the code of a service that refused', async () => {
    const { email } = await confirmedUser(target)
    const [wrong, taken, nowhere, malformed] = await Promise.all(
      [
        type('initiate-auth', ...byPassword(email, 'Wrong-2026')),
        type('admin-create-user', ...userOf(email)),
        type('describe-user-pool', '--user-pool-id', 'ap-northeast-1_Nowhere'),
        type('list-users', '--user-pool-id', 'nowhere', '--limit', '61'),
      ].map((attempt) => refusal(attempt, CommandFailed)),
    )
    expect(wrong?.message).toMatch(
      /An error occurred \(NotAuthorizedException\) when calling the InitiateAuth operation: Incorrect username or password\.$/,
    )
    expect(taken?.message).toMatch(/\(UsernameExistsException\) when calling the AdminCreateUser operation: /)
    expect(nowhere?.message).toMatch(
      /\(ResourceNotFoundException\) .*: User pool ap-northeast-1_Nowhere does not exist\.$/,
    )
    expect(malformed?.message).toContain(
      "(InvalidParameterException) when calling the ListUsers operation: 2 validation errors detected: Value 'nowhere' at 'userPoolId' failed",
    )
    // The first version of the CLI ends with 255, the second with 254.
    for (const refused of [wrong, taken, nowhere, malformed]) expect([254, 255]).toContain(refused?.exitCode)
  })
})
