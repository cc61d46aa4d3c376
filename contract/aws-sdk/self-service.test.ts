import {
  ChangePasswordCommand,
  CodeMismatchException,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  DeleteUserAttributesCommand,
  DeleteUserCommand,
  ExpiredCodeException,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  InvalidParameterException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  UpdateUserAttributesCommand,
  UserNotConfirmedException,
  UserNotFoundException,
  UsernameExistsException,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, goodPassword, newEmail } from '../people.ts'
import { refusal } from '../refusal.ts'
import { signInBySrp, tokensOf } from '../srp.ts'
import { newClient, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

/** A code that is certainly not this one. */
const otherCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** The attributes of whoever holds the access token. */
async function attributesOf(AccessToken: string): Promise<Record<string, string | undefined>> {
  const { UserAttributes = [] } = await target.admin.send(new GetUserCommand({ AccessToken }))
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
}

test('signs somebody up, who confirms their address by the code that was sent last', async () => {
  const { admin, clientId: ClientId } = target
  const Username = newEmail()
  const signedUp = await admin.send(new SignUpCommand({ ClientId, Username, Password: goodPassword }))
  expect(signedUp).toMatchObject({
    UserConfirmed: false,
    CodeDeliveryDetails: {
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: `${Username.charAt(0)}***@e***`,
    },
  })
  const firstCode = await target.sent(Username)
  await refusal(signInBySrp(target, Username, goodPassword), UserNotConfirmedException)

  await admin.send(new ResendConfirmationCodeCommand({ ClientId, Username }))
  const ConfirmationCode = await target.sent(Username)
  // Two codes of six digits are equal once in a million times; then there is no older one to refuse.
  if (ConfirmationCode !== firstCode) {
    const outdated = admin.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: firstCode }))
    await refusal(outdated, CodeMismatchException)
  }
  await admin.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  const { accessToken } = await tokensOf(target, { email: Username, password: goodPassword })
  expect(await attributesOf(accessToken)).toMatchObject({ email: Username, email_verified: 'true' })

  const resent = admin.send(new ResendConfirmationCodeCommand({ ClientId, Username }))
  await refusal(resent, InvalidParameterException)
})

test('refuses a sign-up of an address that is taken, is no address, or with a weak password', async () => {
  const { admin, clientId: ClientId } = target
  const { email } = await confirmedUser(target)
  const signUp = (Username: string, Password = goodPassword) =>
    admin.send(new SignUpCommand({ ClientId, Username, Password }))
  const taken = await refusal(signUp(email.toUpperCase()), UsernameExistsException)
  expect(taken.message).toBe('An account with the given email already exists.')
  expect((await refusal(signUp('hanako'), InvalidParameterException)).message).toBe(
    'Username should be an email.',
  )
  await refusal(signUp(newEmail(), 'short'), InvalidPasswordException)
})

test('lets nobody confirm by a code that is wrong or too old', async () => {
  const { admin, clientId: ClientId } = target
  const Username = newEmail()
  await admin.send(new SignUpCommand({ ClientId, Username, Password: goodPassword }))
  const ConfirmationCode = await target.sent(Username)
  const wrong = admin.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: otherCode(ConfirmationCode) }),
  )
  await refusal(wrong, CodeMismatchException)
  target.moveClock({ hours: 25 })
  const late = admin.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  await refusal(late, ExpiredCodeException)
})

test('lets somebody who forgot the password choose another, by a code that works once', async () => {
  const { admin, clientId: ClientId } = target
  const { email: Username, password } = await confirmedUser(target)
  const { CodeDeliveryDetails } = await admin.send(new ForgotPasswordCommand({ ClientId, Username }))
  expect(CodeDeliveryDetails?.DeliveryMedium).toBe('EMAIL')

  const answer = {
    ClientId,
    Username,
    ConfirmationCode: await target.sent(Username),
    Password: 'Chosen-Anew-2026',
  }
  await admin.send(new ConfirmForgotPasswordCommand(answer))
  await refusal(signInBySrp(target, Username, password), NotAuthorizedException)
  expect((await signInBySrp(target, Username, answer.Password)).AuthenticationResult).toBeDefined()
  await refusal(admin.send(new ConfirmForgotPasswordCommand(answer)), ExpiredCodeException)
})

test('tells only a client that does not hide it whether a user exists', async () => {
  const { admin, clientId } = target
  const legacy = await newClient(target, { PreventUserExistenceErrors: 'LEGACY' })
  const Username = newEmail()
  const { CodeDeliveryDetails } = await admin.send(
    new ForgotPasswordCommand({ ClientId: clientId, Username }),
  )
  expect(CodeDeliveryDetails?.Destination).toBe(`${Username.charAt(0)}***@e***`)
  await refusal(admin.send(new ForgotPasswordCommand({ ClientId: legacy, Username })), UserNotFoundException)
  await refusal(signInBySrp({ ...target, clientId: legacy }, Username, goodPassword), UserNotFoundException)
})

test('sends a code for a new address, and takes the address for verified when the code comes back', async () => {
  const { admin } = target
  const person = await confirmedUser(target)
  const { accessToken: AccessToken } = await tokensOf(target, person)
  const email = newEmail()
  const { CodeDeliveryDetailsList } = await admin.send(
    new UpdateUserAttributesCommand({
      AccessToken,
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'name', Value: '山田 花子' },
      ],
    }),
  )
  expect(CodeDeliveryDetailsList).toMatchObject([{ AttributeName: 'email' }])
  expect(await attributesOf(AccessToken)).toMatchObject({ email, email_verified: 'false', name: '山田 花子' })

  const before = await target.sent(email)
  await admin.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'email' }))
  const Code = await target.sent(email)
  const wrong = admin.send(
    new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code: otherCode(Code) }),
  )
  await refusal(wrong, CodeMismatchException)
  await admin.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }))
  expect(await attributesOf(AccessToken)).toMatchObject({ email_verified: 'true' })
  expect(before).toMatch(/^\d{6}$/)
})

test('deletes attributes for their owner, but none that the pool requires', async () => {
  const { admin } = target
  const person = await confirmedUser(target)
  const { accessToken: AccessToken } = await tokensOf(target, person)
  await admin.send(
    new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name: 'nickname', Value: 'はな' }] }),
  )
  await admin.send(new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames: ['nickname'] }))
  expect(await attributesOf(AccessToken)).not.toHaveProperty('nickname')
  const own = admin.send(new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames: ['sub'] }))
  await expect(own).rejects.toThrow()
})

test('changes a password for whoever knows the one before, a few times an hour', async () => {
  const { admin } = target
  const person = await confirmedUser(target)
  const { accessToken: AccessToken } = await tokensOf(target, person)
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    admin.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }))
  await change(person.password, 'Second-2026')
  await refusal(signInBySrp(target, person.email, person.password), NotAuthorizedException)
  await refusal(change(person.password, 'Third-2026!'), NotAuthorizedException)
  await refusal(change('Second-2026', 'weak'), InvalidPasswordException)
  for (const attempt of [4, 5])
    await refusal(change(`wrong-${attempt}`, 'Third-2026!'), NotAuthorizedException)
  const tooOften = await refusal(change('Second-2026', 'Third-2026!'), LimitExceededException)
  expect(tooOften.message).toBe('Attempt limit exceeded, please try after some time.')
})

test('deletes the user who asks for it', async () => {
  const { admin } = target
  const person = await confirmedUser(target)
  const { accessToken: AccessToken } = await tokensOf(target, person)
  await admin.send(new DeleteUserCommand({ AccessToken }))
  await refusal(signInBySrp(target, person.email, person.password), NotAuthorizedException)
})
