import type { Context } from '../domain/context.ts'
import type { Operations } from '../protocol/types.generated.ts'

/** An operation of the API: a file of this folder each. What the model says of it is not said again. */
export interface Operation<Name extends keyof Operations = keyof Operations> {
  readonly name: Name
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
