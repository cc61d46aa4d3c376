import { generateKeyPairSync } from 'node:crypto'
import { jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { signedToken, unsignedToken } from './jwt.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const claims = { sub: '山田', exp: 4102444800, 'cognito:groups': ['admins'] }
const token = signedToken(unsignedToken(claims, 'k/1=', privateKey))

test('a token that is signed is taken by who has the public key, with its claims as they were', async () => {
  const { payload, protectedHeader } = await jwtVerify(token, publicKey, { algorithms: ['RS256'] })
  expect(payload).toEqual(claims)
  expect(protectedHeader).toEqual({ kid: 'k/1=', alg: 'RS256' })
})

test('one with a letter changed is not', async () => {
  const [header, body = '', signature] = token.split('.')
  const forged = [header, `${body.slice(0, -2)}AA`, signature].join('.')
  await expect(jwtVerify(forged, publicKey)).rejects.toThrow()
})
