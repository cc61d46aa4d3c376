import { getDiffieHellman } from 'node:crypto'
import {
  type AuthFlowType,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  InvalidParameterException,
  NotAuthorizedException,
  RefreshTokenReuseException,
  ResourceNotFoundException,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  UnauthorizedException,
  UnsupportedTokenTypeException,
} from '@aws-sdk/client-cognito-identity-provider'
import { createSecretHash } from 'cognito-srp-helper'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, invitedUser } from '../people.ts'
import { refusal } from '../refusal.ts'
import { signInBySrp, tokensOf } from '../srp.ts'
import { locally, newClient, present, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

const begin = (AuthFlow: AuthFlowType, AuthParameters: Record<string, string>, ClientId = target.clientId) =>
  target.admin.send(new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters }))

const refresh = (RefreshToken: string, ClientId = target.clientId) =>
  target.admin.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))

test('signs in by SRP, and by the password itself where the client allows it', async () => {
  const { email, password, sub } = await confirmedUser(target)
  const bySrp = await tokensOf(target, { email, password })
  const byPassword = await begin('USER_PASSWORD_AUTH', { USERNAME: email, PASSWORD: password })
  const result = byPassword.AuthenticationResult
  expect(result).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
  expect(decodeJwt(bySrp.idToken)).toMatchObject({
    sub,
    email,
    email_verified: true,
    'cognito:username': sub,
  })
  expect(decodeJwt(present(result?.AccessToken))).toMatchObject({
    sub,
    username: sub,
    client_id: target.clientId,
  })
})

test('refuses a flow that the client does not allow', async () => {
  const { email, password } = await confirmedUser(target)
  const onlySrp = await newClient(target, { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })
  const attempt = begin('USER_PASSWORD_AUTH', { USERNAME: email, PASSWORD: password }, onlySrp)
  expect((await refusal(attempt, InvalidParameterException)).message).toBe(
    'USER_PASSWORD_AUTH flow not enabled for this client',
  )
  await refusal(
    begin('ADMIN_USER_PASSWORD_AUTH', { USERNAME: email, PASSWORD: password }),
    InvalidParameterException,
  )
})

test('refuses a client that does not exist', async () => {
  const attempt = begin('USER_SRP_AUTH', { USERNAME: 'a', SRP_A: 'f' }, 'nosuchclient')
  await refusal(attempt, ResourceNotFoundException)
})

test('refuses a public value that is a multiple of the group’s prime', async () => {
  const { email } = await confirmedUser(target)
  const prime = getDiffieHellman('modp15').getPrime('hex')
  for (const SRP_A of ['0', '00', prime]) {
    await refusal(begin('USER_SRP_AUTH', { USERNAME: email, SRP_A }), NotAuthorizedException)
  }
})

test('asks a client with a secret for the secret hash', async () => {
  const { admin, userPoolId } = target
  const { email, password } = await confirmedUser(target)
  const ClientSecret = 'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmno'
  const clientId = await newClient({ admin, userPoolId }, { ClientSecret })
  const parameters = { USERNAME: email, PASSWORD: password }

  const without = await refusal(begin('USER_PASSWORD_AUTH', parameters, clientId), NotAuthorizedException)
  expect(without.message).toContain('SECRET_HASH was not received')
  const wrong = { ...parameters, SECRET_HASH: createSecretHash(email, clientId, 'another secret') }
  expect((await refusal(begin('USER_PASSWORD_AUTH', wrong, clientId), NotAuthorizedException)).message).toBe(
    `Unable to verify secret hash for client ${clientId}`,
  )
  const right = { ...parameters, SECRET_HASH: createSecretHash(email, clientId, ClientSecret) }
  const { AuthenticationResult } = await begin('USER_PASSWORD_AUTH', right, clientId)
  expect(AuthenticationResult?.IdToken).toBeDefined()
})

test('takes the answer to NEW_PASSWORD_REQUIRED once', async () => {
  const { admin, clientId: ClientId } = target
  const { email, password } = await invitedUser(target)
  const asked = await signInBySrp(target, email, password)
  expect(asked.AuthenticationResult).toBeUndefined()
  const answer = {
    ClientId,
    ChallengeName: asked.ChallengeName,
    Session: asked.Session,
    ChallengeResponses: { USERNAME: email, NEW_PASSWORD: 'Chosen-2026' },
  }
  await admin.send(new RespondToAuthChallengeCommand(answer))
  const again = await refusal(admin.send(new RespondToAuthChallengeCommand(answer)), NotAuthorizedException)
  expect(again.message).toBe('Invalid session for the user, session can only be used once.')
})

locally('refreshes tokens, which keep the time of the sign-in', async () => {
  const { idToken, refreshToken } = await tokensOf(target, await confirmedUser(target))
  target.moveClock({ minutes: 30 })
  const { AuthenticationResult } = await refresh(refreshToken)
  expect(AuthenticationResult?.RefreshToken).toBeUndefined()
  const before = decodeJwt(idToken)
  const after = decodeJwt(present(AuthenticationResult?.IdToken))
  expect(after).toMatchObject({ auth_time: before.auth_time, origin_jti: before.origin_jti })
  expect(present(after.iat) - present(before.iat)).toBeGreaterThanOrEqual(1800)

  const old = await begin('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: refreshToken })
  expect(old.AuthenticationResult?.AccessToken).toBeDefined()
})

locally('ends access tokens after an hour and refresh tokens after thirty days', async () => {
  const { accessToken: AccessToken, refreshToken } = await tokensOf(target, await confirmedUser(target))
  target.moveClock({ minutes: 61 })
  const ended = await refusal(target.admin.send(new GetUserCommand({ AccessToken })), NotAuthorizedException)
  expect(ended.message).toBe('Access Token has expired')
  target.moveClock({ days: 30 })
  expect((await refusal(refresh(refreshToken), NotAuthorizedException)).message).toBe(
    'Refresh Token has expired',
  )
})

locally('rotates refresh tokens where the client says so, and knows one that was rotated out', async () => {
  const clientId = await newClient(target, {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  })
  const { refreshToken } = await tokensOf({ ...target, clientId }, await confirmedUser(target))
  const { AuthenticationResult } = await refresh(refreshToken, clientId)
  const next = present(AuthenticationResult?.RefreshToken)
  expect(next).not.toBe(refreshToken)
  // Within the grace period a client that lost the answer may ask again.
  expect((await refresh(refreshToken, clientId)).AuthenticationResult?.RefreshToken).toBeDefined()
  target.moveClock({ minutes: 2 })
  await refusal(refresh(refreshToken, clientId), RefreshTokenReuseException)
  expect((await refresh(next, clientId)).AuthenticationResult?.AccessToken).toBeDefined()
})

test('revokes a refresh token with the access tokens of its sign-in, and no others', async () => {
  const { admin, clientId: ClientId } = target
  const person = await confirmedUser(target)
  const ended = await tokensOf(target, person)
  const other = await tokensOf(target, person)
  await admin.send(new RevokeTokenCommand({ ClientId, Token: ended.refreshToken }))
  expect((await refusal(refresh(ended.refreshToken), NotAuthorizedException)).message).toBe(
    'Refresh Token has been revoked',
  )
  const revoked = admin.send(new GetUserCommand({ AccessToken: ended.accessToken }))
  expect((await refusal(revoked, NotAuthorizedException)).message).toBe('Access Token has been revoked')
  expect((await refresh(other.refreshToken)).AuthenticationResult).toBeDefined()

  await admin.send(new RevokeTokenCommand({ ClientId, Token: ended.refreshToken }))
  const noRefreshToken = admin.send(new RevokeTokenCommand({ ClientId, Token: other.accessToken }))
  await refusal(noRefreshToken, UnsupportedTokenTypeException)
  const noClient = admin.send(new RevokeTokenCommand({ ClientId: 'nosuchclient', Token: other.refreshToken }))
  await refusal(noClient, UnauthorizedException)
})

test('refuses the refresh token of another client', async () => {
  const { refreshToken } = await tokensOf(target, await confirmedUser(target))
  const other = await newClient(target)
  expect((await refusal(refresh(refreshToken, other), NotAuthorizedException)).message).toBe(
    'Invalid Refresh Token',
  )
})

test('signs out everywhere', async () => {
  const { admin } = target
  const person = await confirmedUser(target)
  const here = await tokensOf(target, person)
  const there = await tokensOf(target, person)
  await admin.send(new GlobalSignOutCommand({ AccessToken: here.accessToken }))
  for (const { accessToken: AccessToken, refreshToken } of [here, there]) {
    await refusal(admin.send(new GetUserCommand({ AccessToken })), NotAuthorizedException)
    await refusal(refresh(refreshToken), NotAuthorizedException)
  }
})

test('takes an ID token, a changed token or any other text for no access token', async () => {
  const { accessToken, idToken } = await tokensOf(target, await confirmedUser(target))
  const [header, payload = '', signature] = accessToken.split('.')
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), username: 'somebody-else' }
  const changed = Buffer.from(JSON.stringify(claims)).toString('base64url')
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
  for (const AccessToken of [
    idToken,
    `${header}.${changed}.${signature}`,
    `${unsigned}.${payload}.`,
    `${header}.${payload}.`,
    'text',
  ]) {
    const attempt = target.admin.send(new GetUserCommand({ AccessToken }))
    expect((await refusal(attempt, NotAuthorizedException)).message).toBe('Invalid Access Token')
  }
})

locally(
  'locks a user out after five wrong passwords, for a second, then twice as long each time',
  async () => {
    const { email, password } = await confirmedUser(target)
    const attempt = (PASSWORD: string) => begin('USER_PASSWORD_AUTH', { USERNAME: email, PASSWORD })
    // The first lock lasts one second; this machine may take longer than that.
    target.stopClock()
    for (let failures = 0; failures < 5; failures += 1) {
      expect((await refusal(attempt('wrong'), NotAuthorizedException)).message).toBe(
        'Incorrect username or password.',
      )
    }
    expect((await refusal(attempt(password), NotAuthorizedException)).message).toBe(
      'Password attempts exceeded',
    )
    target.moveClock({ minutes: 1 })
    expect((await attempt(password)).AuthenticationResult?.AccessToken).toBeDefined()
  },
)
