import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, goodPassword, invitedUser, newEmail } from './people.ts'
import { startTarget, type Target } from './target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

type Outcome =
  | { readonly session: CognitoUserSession }
  | { readonly missing: readonly string[]; readonly user: CognitoUser }

/** A browser of its own, for one user. */
function userOf(Username: string): CognitoUser {
  const items = new Map<string, string>()
  const Storage: ICognitoStorage = {
    setItem: (key, value) => void items.set(key, value),
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
  const Pool = new CognitoUserPool({
    UserPoolId: target.userPoolId,
    ClientId: target.clientId,
    Storage,
    ...(target.endpoint !== undefined && { endpoint: target.endpoint }),
  })
  return new CognitoUser({ Username, Pool, Storage })
}

function signIn(user: CognitoUser, Password: string): Promise<Outcome> {
  const details = new AuthenticationDetails({ Username: user.getUsername(), Password })
  return new Promise((resolve, reject) => {
    user.authenticateUser(details, {
      onSuccess: (session) => resolve({ session }),
      onFailure: reject,
      newPasswordRequired: (_attributes, missing: string[]) => resolve({ missing, user }),
    })
  })
}

/** The result of one of the library's methods that take a callback. */
function called<Result>(
  method: (callback: (error?: Error | null, result?: Result) => void) => void,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) =>
    method((error, result) => (error ? reject(error) : resolve(result))),
  )
}

test('signs in by SRP, refreshes the session and reads the attributes', async () => {
  const { email, password, sub } = await confirmedUser(target)
  const user = userOf(email)
  const outcome = await signIn(user, password)
  if (!('session' in outcome)) throw new Error('A challenge came instead of the tokens.')
  const { session } = outcome
  expect(session.isValid()).toBe(true)
  expect(session.getIdToken().payload).toMatchObject({ email, sub })

  const refreshed = await called<CognitoUserSession>((callback) =>
    user.refreshSession(session.getRefreshToken(), callback),
  )
  expect(refreshed?.getAccessToken().payload.jti).not.toBe(session.getAccessToken().payload.jti)
  const attributes = await called<readonly { readonly Name: string; readonly Value: string }[]>((callback) =>
    user.getUserAttributes((error, result) => callback(error, result)),
  )
  expect(attributes).toContainEqual(expect.objectContaining({ Name: 'email', Value: email }))
})

test('signs in with a password of kanji, combining marks and emoji', async () => {
  const { email, password } = await confirmedUser(target, 'Aa1!パスワード𠮷か\u3099👩‍👩‍👧')
  expect(await signIn(userOf(email), password)).toHaveProperty('session')
})

test('is refused a wrong password', async () => {
  const { email } = await confirmedUser(target)
  await expect(signIn(userOf(email), 'Wrong-2026')).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('answers for a new password and is signed in', async () => {
  const { email, password } = await invitedUser(target)
  const outcome = await signIn(userOf(email), password)
  if (!('missing' in outcome)) throw new Error('The tokens came instead of a challenge.')
  expect(outcome.missing).toEqual([])
  const session = await new Promise<CognitoUserSession>((resolve, reject) => {
    outcome.user.completeNewPasswordChallenge('Chosen-2026', {}, { onSuccess: resolve, onFailure: reject })
  })
  expect(session.isValid()).toBe(true)
})

test('signs up, confirms and signs in', async () => {
  const email = newEmail()
  const pool = new CognitoUserPool({
    UserPoolId: target.userPoolId,
    ClientId: target.clientId,
    ...(target.endpoint !== undefined && { endpoint: target.endpoint }),
  })
  await called((callback) => pool.signUp(email, goodPassword, [], [], callback))
  const user = userOf(email)
  await expect(signIn(user, goodPassword)).rejects.toMatchObject({ code: 'UserNotConfirmedException' })
  const code = await target.sent(email)
  expect(await called((callback) => user.confirmRegistration(code, false, callback))).toBe('SUCCESS')
  expect(await signIn(user, goodPassword)).toHaveProperty('session')
})
