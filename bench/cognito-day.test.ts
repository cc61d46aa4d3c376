import { expect, test } from 'vitest'
import { bearable, simulateDay, type Usage } from './cognito-day.ts'

const usage: Usage = {
  monthlyUsers: 1_000_000,
  dailyShare: 0.3,
  visitsPerDay: 3,
  visitMinutes: 12,
  signInShare: 0.05,
  monthlySignUps: 0.05,
  tokenMinutes: 15,
}
const day = (changed: Partial<Usage> = {}) => simulateDay({ ...usage, ...changed }, 2000)

test('the same usage comes to the same day', () => {
  expect(day()).toEqual(day())
})

test('a hundred times the users are a hundred times the requests', () => {
  const [some, many] = [day(), day({ monthlyUsers: 100_000_000 })]
  expect(many.peak.UserToken / some.peak.UserToken).toBeCloseTo(100)
  expect(many.open / some.open).toBeCloseTo(100)
})

test('whoever signs in each time refreshes only while the page stays open', () => {
  expect(day({ signInShare: 1 }).peak.UserToken).toBe(0)
  expect(day({ signInShare: 1 }).peak.UserAuthentication).toBeCloseTo(day().visits)
  expect(day({ signInShare: 1, visitMinutes: 20 }).peak.UserToken).toBeGreaterThan(0)
})

test('short tokens cost little where visits are short, and much where pages stay open', () => {
  const costOf = (visitMinutes: number) =>
    day({ visitMinutes, tokenMinutes: 15 }).peak.UserToken /
    day({ visitMinutes, tokenMinutes: 60 }).peak.UserToken
  expect(costOf(12)).toBeLessThan(1.5)
  expect(costOf(240)).toBeGreaterThan(3)
})

test('at as many users as the quotas bear, the first of them is met', () => {
  const { users, first } = bearable(usage, day())
  expect(first).toBe('UserToken')
  expect(day({ monthlyUsers: users }).peak.UserToken).toBeCloseTo(120)
})
