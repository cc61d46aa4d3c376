import type { Context } from '../domain/context.ts'
import { inEvenTime } from '../domain/even-time.ts'
import type { Operations } from '../protocol/types.generated.ts'

/** An operation of the API: a file of this folder each. What the model says of it is not said again. */
export interface Operation<Name extends keyof Operations = keyof Operations> {
  readonly name: Name
  /** It keeps what it is told, or tells what was kept; nothing else here depends on it. */
  readonly isStoredOnly?: true
  /** Takes an input that the model allows already. */
  handle(input: Operations[Name]['input'], context: Context): Promise<object>
}

/**
 * @example
 * export const GetUser = operation('GetUser', async ({ AccessToken }, { tokens }) => { … })
 */
export function operation<Name extends keyof Operations>(
  name: Name,
  handle: (
    input: Operations[Name]['input'],
    context: Context,
  ) => Promise<Operations[Name]['output']> | Operations[Name]['output'],
): Operation<Name> {
  return { name, handle: async (input, context) => handle(input, context) }
}

/** An operation whose answer and whose time are not to tell who is a user: anybody may ask it about any name. */
export function discreet<Name extends keyof Operations>(
  ...definition: Parameters<typeof operation<Name>>
): Operation<Name> {
  const { name, handle } = operation(...definition)
  return { name, handle: (input, context) => inEvenTime(context.world, () => handle(input, context)) }
}

/** An operation about what is kept and returned, and has no effect here that it would have on AWS. */
export function storedOnly<Name extends keyof Operations>(
  ...definition: Parameters<typeof operation<Name>>
): Operation<Name> {
  return { ...operation(...definition), isStoredOnly: true }
}
