import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  InvalidLambdaResponseException,
  SignUpCommand,
  UserLambdaValidationException,
} from '@aws-sdk/client-cognito-identity-provider'
import type { TriggerEvent, Triggers } from '@genkan/local-user-pool'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { goodPassword, newEmail } from '../people.ts'
import { refusal } from '../refusal.ts'
import { startTarget, type Target } from '../target.ts'

let heard: string[]
let onSignUp: (event: TriggerEvent<'PreSignUp'>) => TriggerEvent<'PreSignUp'>
const noting = <Event extends { readonly triggerSource: string }>(event: Event) => {
  heard.push(event.triggerSource)
  return event
}
const triggers: Triggers = {
  PreSignUp: (event) => onSignUp(noting(event)),
  PostConfirmation: noting,
  PreAuthentication: noting,
  PostAuthentication: noting,
  PreTokenGeneration: noting,
  CustomMessage: noting,
}

let target: Target
beforeAll(async () => {
  target = await startTarget({ triggers })
})
afterAll(() => target.close())
beforeEach(() => {
  heard = []
  onSignUp = (event) => event
})

const signUp = (Username = newEmail()) =>
  new SignUpCommand({ ClientId: target.clientId, Username, Password: goodPassword })

test('run in the order of a life: sign-up, confirmation, sign-in', async () => {
  const { admin, clientId: ClientId } = target
  const Username = newEmail()
  await admin.send(signUp(Username))
  await admin.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: await target.sent(Username) }),
  )
  await admin.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: goodPassword },
    }),
  )
  expect(heard).toEqual([
    'PreSignUp_SignUp',
    'CustomMessage_SignUp',
    'PostConfirmation_ConfirmSignUp',
    'PreAuthentication_Authentication',
    'PostAuthentication_Authentication',
    'TokenGeneration_Authentication',
  ])
})

test('a trigger that throws, and one that answers nonsense, are told apart by the class of the exception', async () => {
  onSignUp = () => {
    throw new Error('not today')
  }
  const { message } = await refusal(target.admin.send(signUp()), UserLambdaValidationException)
  expect(message).toBe('PreSignUp failed with error not today.')
  onSignUp = () => undefined as never
  await refusal(target.admin.send(signUp()), InvalidLambdaResponseException)
})
