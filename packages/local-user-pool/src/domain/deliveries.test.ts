import { expect, test } from 'vitest'
import { createLocalUserPool, type LocalUserPool } from '../pool.ts'
import { exampleSeed } from '../seed.ts'
import { testPassword, testPool } from '../test-pool.ts'

const { clientId: ClientId } = exampleSeed

const post = (pool: LocalUserPool, name: string, input: object) =>
  pool.fetch(
    new Request('http://localhost:9339/', {
      method: 'POST',
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${name}` },
      body: JSON.stringify(input),
    }),
  )

test('listeners hear of a code once it is certain, and of none that was taken back', async () => {
  const pool = createLocalUserPool({ seed: exampleSeed })
  const heard: string[] = []
  const stop = pool.onDelivery(({ destination }) => heard.push(destination))
  const person = { ClientId, Password: testPassword, UserAttributes: [{ Name: 'name', Value: '花子' }] }
  await post(pool, 'SignUp', { ...person, Username: 'new@example.com' })
  await post(pool, 'SignUp', { ...person, Username: 'new@example.com' })
  expect(heard).toEqual(['new@example.com'])
  stop()
  await post(pool, 'SignUp', { ...person, Username: 'other@example.com' })
  expect(heard).toEqual(['new@example.com'])
  pool.close()
})

test('an invitation is gone from the inbox when its password is', async () => {
  const pool = await testPool()
  const invited = { UserPoolId: pool.userPoolId, Username: 'invited@example.com' }
  await pool.call('AdminCreateUser', { ...invited, DesiredDeliveryMediums: ['EMAIL'] })
  const temporary = await pool.sent(invited.Username)
  const { Session } = await pool.signIn(invited.Username, temporary)
  await pool.call('RespondToAuthChallenge', {
    ClientId: pool.clientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeResponses: { USERNAME: invited.Username, NEW_PASSWORD: 'Chosen-2026' },
  })
  const inbox = await pool.fetch(new Request('http://localhost:9339/_local/inbox'))
  expect(await inbox.text()).not.toContain(temporary)
})
