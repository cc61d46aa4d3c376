import { refreshTokenGrant } from 'openid-client'
import { expect, test } from 'vitest'
import { present } from '../../target.ts'
import { refusedWith } from '../refused.ts'
import { provided, RelyingParty } from '../relying-party.ts'

const provider = provided()

/** A refresh token of a client that rotates them, and how to use one. */
async function rotating(RetryGracePeriodSeconds: number) {
  const application = await RelyingParty.at(provider(), {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  })
  const { refresh_token } = await application.tokens()
  return {
    first: present(refresh_token),
    refresh: (token: string) => refreshTokenGrant(application.configuration, token),
  }
}

test('a refresh token that another took the place of is refused', async () => {
  const { first, refresh } = await rotating(0)
  const second = present((await refresh(first)).refresh_token)
  await refusedWith('invalid_grant', refresh(first))
  expect((await refresh(second)).refresh_token).not.toBe(second)
})

test('within its grace it is taken, since the answer may have been lost', async () => {
  const { first, refresh } = await rotating(60)
  await refresh(first)
  await refresh(first)
  provider().moveClock({ minutes: 2 })
  await refusedWith('invalid_grant', refresh(first))
})

test('of many that bring the same one at once, one gets another at most', async () => {
  const { first, refresh } = await rotating(0)
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => refresh(first)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
