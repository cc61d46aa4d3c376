import { isRecord } from '../core/record.ts'
import { invalidLambdaResponse } from '../protocol/exceptions.ts'

export { isRecord }

// What a trigger answers is somebody else's work: it is looked at before it is used. A Lambda function may write null
// for what it does not say.

// observed: the words, in several public code bases.
export const unrecognizable = () => invalidLambdaResponse('Unrecognizable lambda output')

/** @throws InvalidLambdaResponseException for anything but a truth value; so do the others for what they are not */
export function isTrue(value: unknown): boolean {
  const said = value ?? false
  if (typeof said !== 'boolean') throw unrecognizable()
  return said
}

export function textOf(value: unknown): string | undefined {
  const said = value ?? undefined
  if (said !== undefined && typeof said !== 'string') throw unrecognizable()
  return said
}

export function recordOf(value: unknown): Record<string, unknown> {
  const said = value ?? {}
  if (!isRecord(said)) throw unrecognizable()
  return said
}

export function textsOf(value: unknown): Record<string, string> {
  const record = recordOf(value)
  if (!Object.values(record).every((text) => typeof text === 'string')) throw unrecognizable()
  return record as Record<string, string>
}

export function listOf(value: unknown): string[] {
  const said = value ?? []
  if (!Array.isArray(said) || !said.every((text) => typeof text === 'string')) throw unrecognizable()
  return said
}
