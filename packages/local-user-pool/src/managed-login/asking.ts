import { secretHashOf } from '../domain/clients.ts'
import type { Operation } from '../operations/operation.ts'
import { model } from '../protocol/model.ts'
import type { Operations } from '../protocol/types.generated.ts'
import { validate } from '../protocol/validation.ts'
import type { Visit } from './visit.ts'

type AboutUser =
  | 'SignUp'
  | 'ConfirmSignUp'
  | 'ResendConfirmationCode'
  | 'ForgotPassword'
  | 'ConfirmForgotPassword'

/** Calls an operation as the client would: the input is looked at first, and proves to come from the client. */
export async function ask<Name extends AboutUser>(
  { context, request: { client } }: Visit,
  operation: Operation<Name>,
  input: Omit<Operations[Name]['input'], 'ClientId' | 'SecretHash'> & { Username: string },
): Promise<Operations[Name]['output']> {
  const SecretHash = secretHashOf(client, input.Username)
  const whole = { ...input, ClientId: client.ClientId, ...(SecretHash && { SecretHash }) }
  validate(whole, model.operations[operation.name]?.input ?? '')
  return (await operation.handle(whole as never, context)) as Operations[Name]['output']
}
