import { ResponseBodyError } from 'openid-client'
import { expect } from 'vitest'
import { refusal } from '../refusal.ts'

/** Fails the test unless the token endpoint, or another that a client asks itself, refuses the attempt with this code. */
export async function refusedWith(error: string, attempt: Promise<unknown>): Promise<void> {
  expect(await refusal(attempt, ResponseBodyError)).toMatchObject({
    status: 400,
    error,
    error_description: expect.any(String),
  })
}
