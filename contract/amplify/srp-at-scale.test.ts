import { signIn, signOut } from 'aws-amplify/auth'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyPassword, laxPolicy } from '../passwords.ts'
import { confirmedUser } from '../people.ts'
import { startTarget, type Target } from '../target.ts'
import { configure } from './amplify.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget({ userPool: { Policies: { PasswordPolicy: laxPolicy } } })
  configure(target)
})
afterAll(() => target.close())

test('signs in users by Amplify’s own SRP, whatever their passwords are', async () => {
  await fc.assert(
    fc.asyncProperty(anyPassword, async (password) => {
      const { email } = await confirmedUser(target, password)
      const { isSignedIn, nextStep } = await signIn({
        username: email,
        password,
        options: { authFlowType: 'USER_SRP_AUTH' },
      })
      expect({ isSignedIn, nextStep }).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
      await signOut()
    }),
    { numRuns: 50, endOnFailure: true },
  )
})
