import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestPool, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const refused = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(email)
})

/** The answer of a client that is not ours. */
async function foreignProof(password = testPassword, who = email) {
  const session = createSrpSession(who, password, pool.userPoolId, false)
  const question = await pool.call('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: who, SRP_A: session.largeA },
  })
  const signed = signSrpSession(session, question as Parameters<typeof signSrpSession>[1])
  const parameters = question.ChallengeParameters ?? {}
  return {
    ClientId: pool.clientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      USERNAME: parameters.USERNAME ?? '',
      PASSWORD_CLAIM_SECRET_BLOCK: parameters.SECRET_BLOCK ?? '',
      TIMESTAMP: signed.timestamp,
      PASSWORD_CLAIM_SIGNATURE: signed.passwordSignature,
    },
  } as const
}

const start = (USERNAME: string, SRP_A = 'abcdef') => ({
  ClientId: pool.clientId,
  AuthFlow: 'USER_SRP_AUTH' as const,
  AuthParameters: { USERNAME, SRP_A },
})

test('asks without a Session, and names the user by the username that the pool gave', async () => {
  const question = await pool.call('InitiateAuth', start(email))
  const { Username } = await pool.call('AdminGetUser', { UserPoolId: pool.userPoolId, Username: email })
  expect(question).toEqual({
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: expect.stringMatching(/^[0-9a-f]+$/),
      SECRET_BLOCK: expect.stringMatching(/^[\w+/]+=*$/),
      SRP_B: expect.stringMatching(/^[0-9a-f]+$/),
      USERNAME: Username,
      USER_ID_FOR_SRP: Username,
    },
  })
})

test('gives tokens for the right proof, also to an address in another letter case', async () => {
  const answer = await foreignProof(testPassword, 'HANAKO@example.com')
  const { AuthenticationResult } = await pool.call('RespondToAuthChallenge', answer)
  expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 })
})

describe('refuses, and gives no token for,', () => {
  const refusing = async (answer: object) => {
    const refusal = await pool.refusal('RespondToAuthChallenge', answer)
    expect(refusal).toEqual(refused)
  }

  test('a wrong password', async () => {
    const answer = await foreignProof('Genkan-2027')
    await refusing(answer)
  })

  test('a proof with one bit flipped', async () => {
    const answer = await pool.proof(email, testPassword)
    const { PASSWORD_CLAIM_SIGNATURE: right = '' } = answer.ChallengeResponses ?? {}
    const signature = Buffer.from(right, 'base64')
    signature[0] = (signature[0] ?? 0) ^ 1
    const PASSWORD_CLAIM_SIGNATURE = signature.toString('base64')
    await refusing({
      ...answer,
      ChallengeResponses: { ...answer.ChallengeResponses, PASSWORD_CLAIM_SIGNATURE },
    })
  })

  test('the same answer a second time', async () => {
    const answer = await pool.proof(email, testPassword)
    await pool.call('RespondToAuthChallenge', answer)
    await refusing(answer)
  })

  test('a second try at the same question', async () => {
    const answer = await pool.proof(email, testPassword)
    const wrong = { ...answer.ChallengeResponses, PASSWORD_CLAIM_SIGNATURE: 'AAAA' }
    await refusing({ ...answer, ChallengeResponses: wrong })
    await refusing(answer)
  })

  test('all but one of many same answers at once', async () => {
    const answer = await pool.proof(email, testPassword)
    const request = () =>
      pool.fetch(
        new Request('http://localhost:9339/', {
          method: 'POST',
          headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.RespondToAuthChallenge' },
          body: JSON.stringify(answer),
        }),
      )
    const responses = await Promise.all(Array.from({ length: 20 }, request))
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('an answer that comes too late', async () => {
    const answer = await pool.proof(email, testPassword)
    pool.wait({ minutes: 3 })
    await refusing(answer)
  })

  test('a time that is not written as it should be', async () => {
    const answer = await pool.proof(email, testPassword)
    const TIMESTAMP = new Date().toISOString()
    await refusing({ ...answer, ChallengeResponses: { ...answer.ChallengeResponses, TIMESTAMP } })
  })

  test('a proof that another user made', async () => {
    await pool.confirmedUser('taro@example.com')
    const answer = await pool.proof(email, testPassword)
    const { Username = '' } = await pool.call('AdminGetUser', {
      UserPoolId: pool.userPoolId,
      Username: 'taro@example.com',
    })
    await refusing({ ...answer, ChallengeResponses: { ...answer.ChallengeResponses, USERNAME: Username } })
  })

  test('a secret block that this pool never made', async () => {
    const answer = await pool.proof(email, testPassword)
    const PASSWORD_CLAIM_SECRET_BLOCK = Buffer.alloc(96, 7).toString('base64')
    await refusing({
      ...answer,
      ChallengeResponses: { ...answer.ChallengeResponses, PASSWORD_CLAIM_SECRET_BLOCK },
    })
  })

  test('the old password, when it was changed in between', async () => {
    const answer = await pool.proof(email, testPassword)
    await pool.call('AdminSetUserPassword', {
      UserPoolId: pool.userPoolId,
      Username: email,
      Password: 'Another-2026',
      Permanent: true,
    })
    await refusing(answer)
  })

  test.each(['0', 'ff'.repeat(500), 'not hexadecimal'])('the public value %s', async (SRP_A) => {
    expect(await pool.refusal('InitiateAuth', start(email, SRP_A))).toEqual(refused)
  })
})

describe('somebody who does not exist', () => {
  test('is asked just the same, with the same salt and name each time, and then refused', async () => {
    const nobody = 'nobody@example.com'
    const first = await pool.call('InitiateAuth', start(nobody))
    const second = await pool.call('InitiateAuth', start(nobody))
    const stable = ({ ChallengeParameters: { SALT, USER_ID_FOR_SRP } = {} }: typeof first) => ({
      SALT,
      USER_ID_FOR_SRP,
    })
    expect(stable(first)).toEqual(stable(second))
    expect(first.ChallengeParameters?.SRP_B).not.toBe(second.ChallengeParameters?.SRP_B)
    expect(await pool.signInRefusal(nobody, testPassword)).toEqual(refused)
  })

  test('is not called by an address that nobody’s username can be', async () => {
    pool = await testPool({ UsernameAttributes: [], AliasAttributes: ['email', 'phone_number'] })
    const named = async (login: string) =>
      (await pool.call('InitiateAuth', start(login))).ChallengeParameters?.USERNAME
    const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(await named('nobody@example.com')).toEqual(uuid)
    expect(await named('+819012345678')).toEqual(uuid)
    expect(await named('nobody')).toBe('nobody')
  })

  test('is named as such where the client does not hide who exists', async () => {
    pool = await testPool({}, { PreventUserExistenceErrors: 'LEGACY' })
    expect(await pool.refusal('InitiateAuth', start('nobody@example.com'))).toEqual({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    })
  })
})

describe('after five wrong passwords', () => {
  test('even the right one is refused for a second, and then accepted', async () => {
    for (let count = 0; count < 5; count += 1)
      expect(await pool.signInRefusal(email, 'Wrong-2026')).toEqual(refused)
    expect(await pool.refusal('InitiateAuth', start(email))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Password attempts exceeded',
    })
    pool.wait({ seconds: 1 })
    expect(await pool.signIn(email, testPassword)).toHaveProperty('AuthenticationResult.AccessToken')
  })
})
