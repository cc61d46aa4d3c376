import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AdminGetUserCommand,
  ConfirmSignUpCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { DatabaseUnusableError, exampleSeed, startLocalUserPool } from '@genkan/local-user-pool'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { confirmedUser, goodPassword, newEmail } from './people.ts'
import { refusal } from './refusal.ts'
import { signInBySrp, srpAnswer, tokensOf } from './srp.ts'
import { latestSecret, newClient, newUserPool, present, sdkClient } from './target.ts'

// These are about the file of the local user pool; a real pool is not restarted.

let folder: string
const running: { close(): Promise<void> }[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'user-pool-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((pool) => pool.close()))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts a pool on the file, each time at another port. */
async function start(name: string) {
  const pool = await startLocalUserPool({ port: 0, storage: { file: join(folder, name) }, seed: exampleSeed })
  running.push(pool)
  return { pool, admin: sdkClient('ap-northeast-1', pool.url) }
}

async function stop() {
  await present(running.pop()).close()
}

test('keeps users, passwords, sessions and keys, and what was revoked stays revoked', async () => {
  const first = await start('kept')
  const { admin } = first
  const userPoolId = await newUserPool(admin)
  const door = { userPoolId, clientId: await newClient({ admin, userPoolId }) }
  const person = await confirmedUser({ admin, userPoolId })
  const kept = await tokensOf({ admin, ...door }, person)
  const ended = await tokensOf({ admin, ...door }, person)
  await admin.send(new RevokeTokenCommand({ ClientId: door.clientId, Token: ended.refreshToken }))
  await stop()

  const second = await start('kept')
  expect(second.pool.url).not.toBe(first.pool.url)
  const again = { admin: second.admin, ...door }
  const refresh = (RefreshToken: string) =>
    again.admin.send(new GetTokensFromRefreshTokenCommand({ ClientId: door.clientId, RefreshToken }))
  const { AuthenticationResult } = await refresh(kept.refreshToken)
  const issuer = `${second.pool.url}/${userPoolId}`
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))
  const { payload } = await jwtVerify(present(AuthenticationResult?.IdToken), keys, { issuer })
  expect(payload.email).toBe(person.email)
  // The keys are the same, so tokens from before are still good.
  await jwtVerify(kept.idToken, keys)
  const { Username } = await again.admin.send(new GetUserCommand({ AccessToken: kept.accessToken }))
  expect(Username).toBe(person.sub)

  expect((await refusal(refresh(ended.refreshToken), NotAuthorizedException)).message).toBe(
    'Refresh Token has been revoked',
  )
  const revoked = again.admin.send(new GetUserCommand({ AccessToken: ended.accessToken }))
  expect((await refusal(revoked, NotAuthorizedException)).message).toBe('Access Token has been revoked')
  expect((await signInBySrp(again, person.email, person.password)).AuthenticationResult).toBeDefined()
})

test('goes on with what was under way: a sign-in that was asked for its proof, and a sign-up', async () => {
  const door = { userPoolId: exampleSeed.userPoolId, clientId: exampleSeed.clientId }
  const { admin } = await start('under-way')
  const hanako = present(exampleSeed.users.find(({ state }) => state === 'confirmed'))
  const answer = await srpAnswer({ admin, ...door }, hanako.email, hanako.password)
  const Username = newEmail()
  const UserAttributes = [{ Name: 'name', Value: '佐藤 健' }]
  await admin.send(
    new SignUpCommand({ ClientId: door.clientId, Username, Password: goodPassword, UserAttributes }),
  )
  await stop()

  const { pool, admin: next } = await start('under-way')
  const { AuthenticationResult } = await next.send(new RespondToAuthChallengeCommand(answer))
  expect(AuthenticationResult?.AccessToken).toBeDefined()
  const ConfirmationCode = await latestSecret(pool, Username)
  await next.send(new ConfirmSignUpCommand({ ClientId: door.clientId, Username, ConfirmationCode }))
  const { UserStatus } = await next.send(new AdminGetUserCommand({ UserPoolId: door.userPoolId, Username }))
  expect(UserStatus).toBe('CONFIRMED')
})

test('does not plant its seed again over what people changed', async () => {
  const { userPoolId: UserPoolId, users } = exampleSeed
  const unconfirmed = present(users.find(({ state }) => state === 'unconfirmed')).email
  const { pool, admin } = await start('seeded')
  const ConfirmationCode = await latestSecret(pool, unconfirmed)
  const { clientId: ClientId } = exampleSeed
  await admin.send(new ConfirmSignUpCommand({ ClientId, Username: unconfirmed, ConfirmationCode }))
  await stop()
  const { admin: next } = await start('seeded')
  const { UserStatus } = await next.send(new AdminGetUserCommand({ UserPoolId, Username: unconfirmed }))
  expect(UserStatus).toBe('CONFIRMED')
})

test('keeps no password and no token that could be read from the file', async () => {
  const name = 'secrets'
  const { admin } = await start(name)
  const userPoolId = await newUserPool(admin)
  const clientId = await newClient({ admin, userPoolId })
  const password = 'Not-To-Be-Found-2026'
  const person = await confirmedUser({ admin, userPoolId }, password)
  const { refreshToken } = await tokensOf({ admin, userPoolId, clientId }, person)
  await stop()
  const bytes = ['', '-wal', '-journal']
    .map((suffix) => join(folder, `${name}${suffix}`))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('')
  expect(bytes).toContain(person.email)
  expect(bytes).not.toContain(password)
  expect(bytes).not.toContain(refreshToken)
})

test('refuses a file that another pool has open, and one that is no database', async () => {
  await start('shared')
  const shared = await refusal(start('shared'), DatabaseUnusableError)
  expect(shared.message).toContain('another process has it open')

  writeFileSync(join(folder, 'text'), 'This is a letter, and no database at all. '.repeat(100))
  const text = await refusal(start('text'), DatabaseUnusableError)
  expect(text.message).toContain('not a database')
})
