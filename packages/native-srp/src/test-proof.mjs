// What Amplify calculates in a sign-in, called with numbers that are known instead of random ones. Bundled for the
// tests, with Amplify's own arithmetic and with the one of this package.
import AuthenticationHelper from 'amplify-srp/AuthenticationHelper/AuthenticationHelper.mjs'
import BigInteger from 'amplify-srp/BigInteger/BigInteger.mjs'
import { calculateA } from 'amplify-srp/calculate/calculateA.mjs'
import { INIT_N } from 'amplify-srp/constants.mjs'
import { getHexFromBytes } from 'amplify-srp/getHexFromBytes.mjs'

/** The public value A and the key that signs the proof of the password, in hexadecimal. */
globalThis.proofOf = async ({ poolName, username, password, a, B, salt }) => {
  const number = (hex) => new BigInteger(hex, 16)
  const group = { a: number(a), g: number('2'), N: number(INIT_N) }
  const A = await calculateA(group)
  const helper = new AuthenticationHelper({ userPoolName: poolName, A, ...group })
  const answer = { username, password, serverBValue: number(B), salt: number(salt) }
  const key = await helper.getPasswordAuthenticationKey(answer)
  return `${A.toString(16)} ${getHexFromBytes(key)}`
}
