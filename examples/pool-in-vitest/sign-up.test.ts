import { createLocalUserPool, exampleSeed } from '@genkan/local-user-pool'
import { Amplify } from 'aws-amplify'
import { confirmSignUp, fetchUserAttributes, signIn, signUp } from 'aws-amplify/auth'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// The address at which Amplify looks for the pool on AWS: the app is tested as it is deployed.
const endpoint = 'https://cognito-idp.ap-northeast-1.amazonaws.com'
const pool = createLocalUserPool({ endpoint, seed: exampleSeed })
const codes = new Map<string, string>()

beforeAll(() => {
  vi.stubGlobal('fetch', (input: string | URL, init: RequestInit) => pool.fetch(new Request(input, init)))
  pool.onDelivery(({ destination, secret }) => codes.set(destination, secret))
  Amplify.configure({
    Auth: { Cognito: { userPoolId: exampleSeed.userPoolId, userPoolClientId: exampleSeed.clientId } },
  })
})
afterAll(() => {
  vi.unstubAllGlobals()
  pool.close()
})

test('somebody signs up, confirms by the code, and signs in by SRP', async () => {
  const person = { username: 'yuki@example.com', password: 'Correct-Horse-1' }
  await signUp({ ...person, options: { userAttributes: { name: '田中 雪' } } })
  const confirmationCode = codes.get(person.username) ?? ''
  await confirmSignUp({ username: person.username, confirmationCode })

  await expect(signIn({ ...person, password: 'Wrong-Horse-1' })).rejects.toThrow(
    'Incorrect username or password.',
  )
  expect(await signIn(person)).toMatchObject({ isSignedIn: true })
  expect(await fetchUserAttributes()).toMatchObject({ email: person.username, name: '田中 雪' })
})
