import { AdminGetUserCommand, UserNotFoundException } from '@aws-sdk/client-cognito-identity-provider'
import {
  confirmUserAttribute,
  deleteUser,
  deleteUserAttributes,
  fetchUserAttributes,
  getCurrentUser,
  sendUserAttributeVerificationCode,
  signIn,
  signOut,
  updatePassword,
  updateUserAttribute,
  updateUserAttributes,
} from 'aws-amplify/auth'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { confirmedUser, newEmail, type Person } from '../people.ts'
import { refusal } from '../refusal.ts'
import { startTarget, type Target } from '../target.ts'
import { configure } from './amplify.ts'

let target: Target
let person: Person

beforeAll(async () => {
  target = await startTarget()
  configure(target)
})
beforeEach(async () => {
  person = await confirmedUser(target)
  await signIn({ username: person.email, password: person.password })
})
afterEach(() => signOut())
afterAll(() => target.close())

test('reads the attributes of whoever is signed in', async () => {
  expect(await fetchUserAttributes()).toEqual({
    sub: person.sub,
    email: person.email,
    email_verified: 'true',
  })
})

test('changes an address, which is verified when the code comes back', async () => {
  const email = newEmail()
  expect(await updateUserAttributes({ userAttributes: { email, name: '山田 花子' } })).toEqual({
    email: {
      isUpdated: false,
      nextStep: {
        updateAttributeStep: 'CONFIRM_ATTRIBUTE_WITH_CODE',
        codeDeliveryDetails: {
          attributeName: 'email',
          deliveryMedium: 'EMAIL',
          destination: `${email.charAt(0)}***@e***`,
        },
      },
    },
    name: { isUpdated: true, nextStep: { updateAttributeStep: 'DONE' } },
  })
  expect(await fetchUserAttributes()).toMatchObject({ email, email_verified: 'false', name: '山田 花子' })

  const wrong = confirmUserAttribute({ userAttributeKey: 'email', confirmationCode: 'no-code' })
  await expect(wrong).rejects.toMatchObject({ name: 'CodeMismatchException' })
  await confirmUserAttribute({ userAttributeKey: 'email', confirmationCode: await target.sent(email) })
  expect(await fetchUserAttributes()).toMatchObject({ email_verified: 'true' })

  await signOut()
  expect(await signIn({ username: email, password: person.password })).toMatchObject({ isSignedIn: true })
})

test('sends a code for an address again', async () => {
  const email = newEmail()
  await updateUserAttribute({ userAttribute: { attributeKey: 'email', value: email } })
  const { deliveryMedium } = await sendUserAttributeVerificationCode({ userAttributeKey: 'email' })
  expect(deliveryMedium).toBe('EMAIL')
  await confirmUserAttribute({ userAttributeKey: 'email', confirmationCode: await target.sent(email) })
  expect(await fetchUserAttributes()).toMatchObject({ email, email_verified: 'true' })
})

test('deletes attributes', async () => {
  await updateUserAttributes({ userAttributes: { nickname: 'はな', name: '山田 花子' } })
  await deleteUserAttributes({ userAttributeKeys: ['nickname'] })
  const attributes = await fetchUserAttributes()
  expect(attributes).not.toHaveProperty('nickname')
  expect(attributes).toHaveProperty('name')
})

test('changes a password only with the one before', async () => {
  const newPassword = 'Changed-2026'
  await expect(updatePassword({ oldPassword: 'Wrong-2026', newPassword })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
  await updatePassword({ oldPassword: person.password, newPassword })
  await signOut()
  await expect(signIn({ username: person.email, password: person.password })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  expect(await signIn({ username: person.email, password: newPassword })).toMatchObject({ isSignedIn: true })
})

test('deletes the account, and is signed out with it', async () => {
  await deleteUser()
  await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' })
  const read = target.admin.send(
    new AdminGetUserCommand({ UserPoolId: target.userPoolId, Username: person.email }),
  )
  await refusal(read, UserNotFoundException)
})
