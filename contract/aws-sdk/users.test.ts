import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDeleteUserAttributesCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminResetUserPasswordCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  GetUserCommand,
  InvalidParameterException,
  InvalidPasswordException,
  ListUsersCommand,
  NotAuthorizedException,
  PasswordResetRequiredException,
  paginateListUsers,
  SignUpCommand,
  UnsupportedUserStateException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, goodPassword, invitedUser, newEmail } from '../people.ts'
import { refusal } from '../refusal.ts'
import { signInBySrp, tokensOf } from '../srp.ts'
import { newUserPool, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

test('makes a user with a temporary password, who answers for a password of their own', async () => {
  const { admin, userPoolId: UserPoolId, clientId: ClientId } = target
  const Username = newEmail()
  const { User } = await admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
      DesiredDeliveryMediums: ['EMAIL'],
    }),
  )
  expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true })
  expect(User?.UserCreateDate).toBeInstanceOf(Date)

  const asked = await admin.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: await target.sent(Username) },
    }),
  )
  expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  expect(asked.ChallengeParameters).toMatchObject({
    USER_ID_FOR_SRP: User?.Username,
    requiredAttributes: '[]',
  })

  const { AuthenticationResult } = await admin.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: asked.Session,
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: goodPassword },
    }),
  )
  expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 })
  const { UserStatus } = await admin.send(new AdminGetUserCommand({ UserPoolId, Username }))
  expect(UserStatus).toBe('CONFIRMED')
})

test('makes one user of an address, in any letter case, and sends an invitation again only where it may', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const { email } = await invitedUser(target)
  const again = admin.send(new AdminCreateUserCommand({ UserPoolId, Username: email.toUpperCase() }))
  await refusal(again, UsernameExistsException)

  const { User } = await admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: email,
      MessageAction: 'RESEND',
      DesiredDeliveryMediums: ['EMAIL'],
    }),
  )
  expect(User?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
  expect((await signInBySrp(target, email, await target.sent(email))).ChallengeName).toBe(
    'NEW_PASSWORD_REQUIRED',
  )

  const { email: confirmed } = await confirmedUser(target)
  const tooLate = admin.send(
    new AdminCreateUserCommand({ UserPoolId, Username: confirmed, MessageAction: 'RESEND' }),
  )
  await refusal(tooLate, UnsupportedUserStateException)
})

test('confirms a user without a code, once', async () => {
  const { admin, userPoolId: UserPoolId, clientId: ClientId } = target
  const Username = newEmail()
  await admin.send(new SignUpCommand({ ClientId, Username, Password: goodPassword }))
  await admin.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }))
  const again = admin.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }))
  expect((await refusal(again, NotAuthorizedException)).message).toBe(
    'User cannot be confirmed. Current status is CONFIRMED',
  )
})

test('sets a password only where it keeps the policy', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const { email: Username } = await invitedUser(target)
  const weak = admin.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: 'genkan-2026', Permanent: true }),
  )
  expect((await refusal(weak, InvalidPasswordException)).message).toBe(
    'Password did not conform with policy: Password must have uppercase characters',
  )
  const Password = 'Another-Password-1'
  await admin.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }))
  expect((await signInBySrp(target, Username, Password)).AuthenticationResult?.IdToken).toBeDefined()
})

test('changes and deletes attributes as an administrator may', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const { email: Username } = await confirmedUser(target)
  const attributes = async () => {
    const { UserAttributes = [], UserLastModifiedDate } = await admin.send(
      new AdminGetUserCommand({ UserPoolId, Username }),
    )
    expect(UserLastModifiedDate).toBeInstanceOf(Date)
    return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
  }
  await admin.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username,
      UserAttributes: [
        { Name: 'name', Value: '山田 花子' },
        { Name: 'nickname', Value: 'はな' },
      ],
    }),
  )
  expect(await attributes()).toMatchObject({ name: '山田 花子', nickname: 'はな', email_verified: 'true' })
  await admin.send(
    new AdminDeleteUserAttributesCommand({ UserPoolId, Username, UserAttributeNames: ['nickname'] }),
  )
  expect(await attributes()).not.toHaveProperty('nickname')

  const unknown = admin.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username,
      UserAttributes: [{ Name: 'custom:unknown', Value: '1' }],
    }),
  )
  await refusal(unknown, InvalidParameterException)
})

test('disables a user, whose tokens end, and enables them again', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const person = await confirmedUser(target)
  const { accessToken: AccessToken } = await tokensOf(target, person)
  await admin.send(new AdminDisableUserCommand({ UserPoolId, Username: person.email }))
  await refusal(admin.send(new GetUserCommand({ AccessToken })), NotAuthorizedException)
  const refused = await refusal(signInBySrp(target, person.email, person.password), NotAuthorizedException)
  expect(refused.message).toBe('User is disabled.')

  await admin.send(new AdminEnableUserCommand({ UserPoolId, Username: person.email }))
  expect((await signInBySrp(target, person.email, person.password)).AuthenticationResult).toBeDefined()
  await refusal(admin.send(new GetUserCommand({ AccessToken })), NotAuthorizedException)
})

test('ends the sessions of a user on every device', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const person = await confirmedUser(target)
  const { accessToken: AccessToken } = await tokensOf(target, person)
  await admin.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: person.email }))
  const refused = await refusal(admin.send(new GetUserCommand({ AccessToken })), NotAuthorizedException)
  expect(refused.message).toBe('Access Token has been revoked')
})

test('makes a password worth nothing until another is chosen', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const { email: Username, password } = await confirmedUser(target)
  await admin.send(new AdminResetUserPasswordCommand({ UserPoolId, Username }))
  await refusal(signInBySrp(target, Username, password), PasswordResetRequiredException)
  expect(await target.sent(Username)).toMatch(/^\d{6}$/)
})

test('deletes a user, whose tokens end and whose address is free again', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const person = await confirmedUser(target)
  const { accessToken: AccessToken } = await tokensOf(target, person)
  await admin.send(new AdminDeleteUserCommand({ UserPoolId, Username: person.email }))
  await refusal(
    admin.send(new AdminGetUserCommand({ UserPoolId, Username: person.email })),
    UserNotFoundException,
  )
  await refusal(admin.send(new GetUserCommand({ AccessToken })), UserNotFoundException)
  await admin.send(
    new AdminCreateUserCommand({ UserPoolId, Username: person.email, MessageAction: 'SUPPRESS' }),
  )
})

test('lists users a page at a time, each once, with the attributes that are asked for', async () => {
  const { admin } = target
  const userPoolId = await newUserPool(admin)
  const people = await Promise.all(Array.from({ length: 7 }, () => invitedUser({ admin, userPoolId })))
  const first = await admin.send(new ListUsersCommand({ UserPoolId: userPoolId, Limit: 3 }))
  expect(first.Users).toHaveLength(3)
  expect(first.Users?.[0]?.UserCreateDate).toBeInstanceOf(Date)

  const listed: (string | undefined)[] = []
  for await (const { Users = [] } of paginateListUsers(
    { client: admin, pageSize: 3 },
    { UserPoolId: userPoolId, AttributesToGet: ['email'] },
  )) {
    expect(Users.every(({ Attributes = [] }) => Attributes.every(({ Name }) => Name === 'email'))).toBe(true)
    listed.push(...Users.map(({ Attributes }) => Attributes?.[0]?.Value))
  }
  expect(listed.sort()).toEqual(people.map(({ email }) => email).sort())
})

test('finds users by a filter, and says what is wrong with one', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const { email, sub } = await confirmedUser(target)
  const find = async (Filter: string) =>
    (await admin.send(new ListUsersCommand({ UserPoolId, Filter }))).Users?.map(({ Username }) => Username)
  expect(await find(`email = "${email}"`)).toEqual([sub])
  expect(await find(`email ^= "${email.slice(0, 30)}"`)).toEqual([sub])
  expect(await find(`sub = "${sub}"`)).toEqual([sub])
  await refusal(find('email == nonsense'), InvalidParameterException)
  await refusal(find('custom:plan = "a"'), InvalidParameterException)
})
