import { expect } from 'vitest'

/** The exception of an attempt that is to be refused; fails the test where it succeeds, or fails as another class. */
export async function refusal<Refusal extends Error>(
  attempt: Promise<unknown>,
  type: new (...options: never[]) => Refusal,
): Promise<Refusal> {
  const outcome = await attempt.then(
    (answer) => ({ answer }),
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(type)
  return outcome as Refusal
}
