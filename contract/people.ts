import { randomUUID } from 'node:crypto'
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { present, type Target } from './target.ts'

export interface Person {
  readonly email: string
  readonly password: string
  /** In a pool with e-mail addresses as usernames this is the username too. */
  readonly sub: string
}

export const newEmail = () => `${randomUUID()}@example.com`

/** Keeps the policy that a pool has by default. */
export const goodPassword = 'Genkan-2026'

type Admin = Pick<Target, 'admin' | 'userPoolId'>

/** Somebody whom an administrator made a user, with an address that is verified, and who has come already. */
export async function confirmedUser(target: Admin, password = goodPassword): Promise<Person> {
  const person = await invitedUser(target, password)
  await target.admin.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: target.userPoolId,
      Username: person.email,
      Password: password,
      Permanent: true,
    }),
  )
  return person
}

/** Somebody with a temporary password. */
export async function invitedUser(
  { admin, userPoolId }: Admin,
  temporaryPassword = goodPassword,
): Promise<Person> {
  const email = newEmail()
  const { User } = await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: userPoolId,
      Username: email,
      TemporaryPassword: temporaryPassword,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  )
  return { email, password: temporaryPassword, sub: present(User?.Username) }
}
