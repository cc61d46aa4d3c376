import {
  AdminUserGlobalSignOutCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  NotAuthorizedException,
  RefreshTokenReuseException,
} from '@aws-sdk/client-cognito-identity-provider'
import { fetchAuthSession, fetchUserAttributes, getCurrentUser, signIn, signOut } from 'aws-amplify/auth'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { confirmedUser } from '../people.ts'
import { refusal } from '../refusal.ts'
import { locally, newClient, present, startTarget, type Target } from '../target.ts'
import { configure } from './amplify.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterEach(() => signOut())
afterAll(() => target.close())

async function signedIn(door: Target = target) {
  const device = configure(door)
  const person = await confirmedUser(door)
  await signIn({ username: person.email, password: person.password })
  return { device, person }
}

const refresh = (RefreshToken: string, ClientId = target.clientId) =>
  target.admin.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))

const accessToken = async () => present((await fetchAuthSession()).tokens?.accessToken)

test('has no tokens before anybody signed in', async () => {
  configure(target)
  expect((await fetchAuthSession()).tokens).toBeUndefined()
  await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' })
})

test('gets new tokens for the same sign-in when it is told to refresh', async () => {
  const { device } = await signedIn()
  const refreshToken = device.refreshToken()
  const before = await accessToken()
  const { tokens } = await fetchAuthSession({ forceRefresh: true })
  const after = present(tokens?.accessToken)
  expect(after.payload.jti).not.toBe(before.payload.jti)
  expect(after.payload.origin_jti).toBe(before.payload.origin_jti)
  expect(after.payload.auth_time).toBe(before.payload.auth_time)
  expect(device.refreshToken()).toBe(refreshToken)
})

locally('gets a new refresh token with each refresh where the client rotates them', async () => {
  const clientId = await newClient(target, {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  })
  const { device } = await signedIn({ ...target, clientId })
  const first = device.refreshToken()
  expect((await fetchAuthSession({ forceRefresh: true })).tokens?.idToken).toBeDefined()
  const second = device.refreshToken()
  expect(second).not.toBe(first)
  expect((await fetchAuthSession({ forceRefresh: true })).tokens?.idToken).toBeDefined()
  expect(device.refreshToken()).not.toBe(second)

  target.moveClock({ minutes: 1 })
  await refusal(refresh(first, clientId), RefreshTokenReuseException)
  expect((await fetchAuthSession({ forceRefresh: true })).tokens?.idToken).toBeDefined()
})

locally('goes on with new tokens after the old ones have ended', async () => {
  await signedIn()
  target.moveClock({ hours: 2 })
  await expect(fetchUserAttributes()).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Access Token has expired',
  })
  await fetchAuthSession({ forceRefresh: true })
  expect(await fetchUserAttributes()).toHaveProperty('sub')
})

test('is signed out when its session was ended elsewhere', async () => {
  const { device, person } = await signedIn()
  await target.admin.send(
    new AdminUserGlobalSignOutCommand({ UserPoolId: target.userPoolId, Username: person.email }),
  )
  expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeUndefined()
  expect(device.size()).toBe(0)
})

test('revokes its refresh token and its access token when it signs out, and no other session', async () => {
  const { device, person } = await signedIn()
  const elsewhere = device.refreshToken()
  const other = configure(target)
  await signIn({ username: person.email, password: person.password })
  const ended = other.refreshToken()
  const AccessToken = (await accessToken()).toString()
  await signOut()
  expect(other.size()).toBe(0)
  expect((await refusal(refresh(ended), NotAuthorizedException)).message).toBe(
    'Refresh Token has been revoked',
  )
  const revoked = target.admin.send(new GetUserCommand({ AccessToken }))
  expect((await refusal(revoked, NotAuthorizedException)).message).toBe('Access Token has been revoked')
  expect((await refresh(elsewhere)).AuthenticationResult?.AccessToken).toBeDefined()
})

test('ends every session when it signs out everywhere', async () => {
  const { device, person } = await signedIn()
  const elsewhere = device.refreshToken()
  const other = configure(target)
  await signIn({ username: person.email, password: person.password })
  await signOut({ global: true })
  expect(other.size()).toBe(0)
  await refusal(refresh(elsewhere), NotAuthorizedException)
})
