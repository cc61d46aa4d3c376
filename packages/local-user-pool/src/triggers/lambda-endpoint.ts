import { isRecord } from '../domain/lambda-output.ts'
import type { TriggerName } from '../domain/trigger-events.ts'
import { InvocationError, type TriggerFunctions } from '../domain/triggers.ts'
import type { LambdaConfigType } from '../protocol/types.generated.ts'

/**
 * Functions at an address that speaks Lambda's Invoke API, such as SAM's local one: those that a pool's LambdaConfig
 * names.
 *
 * @param endpoint such as `http://localhost:3001`
 */
export function lambdaEndpoint(endpoint: string): TriggerFunctions {
  return {
    has: (name, config) => arnOf(name, config) !== undefined,
    async invoke(name, event, config, signal) {
      const { answer, text } = await answered(addressOf(endpoint, arnOf(name, config) ?? ''), event, signal)
      // A refusal of the endpoint itself, with the name that Lambda gives it.
      if (!answer.ok) throw new InvocationError(exceptionOf(answer, text), answer.status >= 500)
      const result = parsed(text)
      const error = errorOf(result, answer.headers.has('x-amz-function-error'))
      if (error !== undefined) throw new Error(error)
      return result
    },
  }
}

async function answered(
  address: string,
  event: object,
  signal: AbortSignal,
): Promise<{ answer: Response; text: string }> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'RequestResponse' },
      body: JSON.stringify(event),
      signal,
    })
    // An answer that breaks off is no answer.
    return { answer, text: await answer.text() }
  } catch (error) {
    const { cause } = error as { cause?: NodeJS.ErrnoException }
    throw new InvocationError(`${cause?.code ?? 'no answer'} at ${address}`, true)
  }
}

function arnOf(name: TriggerName, config: LambdaConfigType): string | undefined {
  switch (name) {
    case 'PreTokenGeneration':
      return config.PreTokenGenerationConfig?.LambdaArn ?? config.PreTokenGeneration
    case 'CustomEmailSender':
    case 'CustomSMSSender':
      return config[name]?.LambdaArn
    default:
      return config[name]
  }
}

/** `arn:aws:lambda:<region>:<account>:function:<name>[:<version or alias>]` */
function addressOf(endpoint: string, arn: string): string {
  const [name = arn, qualifier] = arn.split(':function:')[1]?.split(':') ?? []
  const query = qualifier === undefined ? '' : `?Qualifier=${encodeURIComponent(qualifier)}`
  const path = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations${query}`
  return `${endpoint.replace(/\/+$/, '')}${path}`
}

/** Where a function throws, Lambda says so in a header. Its runtime alone, run without Lambda, does not. */
function errorOf(result: unknown, isError: boolean): string | undefined {
  if (!isRecord(result)) return isError ? 'Unhandled' : undefined
  const { errorMessage, errorType } = result
  if (!isError && (errorType === undefined || 'response' in result)) return undefined
  return typeof errorMessage === 'string' ? errorMessage : 'Unhandled'
}

function exceptionOf({ headers, status }: Response, text: string): string {
  const body = parsed(text)
  const named = headers.get('x-amzn-errortype') ?? (isRecord(body) ? (body.__type ?? body.Type) : undefined)
  return typeof named === 'string' ? (named.split(':')[0] ?? named) : `HTTP status ${status}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
