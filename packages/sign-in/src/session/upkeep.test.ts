import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createUpkeep } from './upkeep'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const minute = 60_000

/** A chore that is due every ten minutes, for a network that can be taken away. */
function household() {
  const did: number[] = []
  const reach: boolean[] = []
  const begun = Date.now()
  const network = { isUp: true, tries: 0 }
  let dueAt: number | undefined = begun + 10 * minute
  const upkeep = createUpkeep({
    next: () =>
      dueAt === undefined
        ? undefined
        : {
            dueAt,
            async act() {
              network.tries += 1
              if (!network.isUp) throw new Error('no network')
              did.push((Date.now() - begun) / minute)
              dueAt = Date.now() + 10 * minute
            },
          },
    onReach: (isWithinReach) => reach.push(isWithinReach),
  })
  upkeep.start()
  return {
    did,
    reach,
    network,
    upkeep,
    /** Something else has done it. */
    dueLater() {
      dueAt = Date.now() + 10 * minute
    },
    nothingMore() {
      dueAt = undefined
    },
  }
}

test('does what is due when it is due, and then the next', async () => {
  const { did } = household()
  await vi.advanceTimersByTimeAsync(9 * minute)
  expect(did).toEqual([])
  await vi.advanceTimersByTimeAsync(21 * minute)
  expect(did).toEqual([10, 20, 30])
})

test('does nothing where nothing is to be done', async () => {
  const { did, nothingMore } = household()
  nothingMore()
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(did).toEqual([])
})

describe('without a network', () => {
  test('says so, tries again less and less often, and goes on by itself', async () => {
    const { did, reach, network } = household()
    network.isUp = false
    await vi.advanceTimersByTimeAsync(20 * minute)
    expect(reach.every((isWithinReach) => !isWithinReach)).toBe(true)
    expect(network.tries).toBeGreaterThan(10)
    expect(network.tries).toBeLessThan(30)
    network.isUp = true
    await vi.advanceTimersByTimeAsync(minute)
    expect(did).toHaveLength(1)
    expect(reach.at(-1)).toBe(true)
  })

  test('a hundred pages that failed together do not all try again together', async () => {
    const pages = Array.from({ length: 100 }, () => household())
    for (const { network } of pages) network.isUp = false
    await vi.advanceTimersByTimeAsync(10 * minute)
    await vi.advanceTimersByTimeAsync(1500)
    const again = pages.filter(({ network }) => network.tries > 1).length
    expect(again).toBeGreaterThan(10)
    expect(again).toBeLessThan(90)
  })

  test('says that it is over when something else has reached the service, and what was due is done', async () => {
    const { did, reach, network, upkeep, dueLater } = household()
    network.isUp = false
    await vi.advanceTimersByTimeAsync(12 * minute)
    network.isUp = true
    dueLater()
    upkeep.succeeded()
    expect(reach.at(-1)).toBe(true)
    await vi.advanceTimersByTimeAsync(9 * minute)
    expect(did).toEqual([])
    await vi.advanceTimersByTimeAsync(minute)
    expect(did).toEqual([22])
  })

  test('tries at once when it is back', async () => {
    const { did, network, upkeep } = household()
    network.isUp = false
    await vi.advanceTimersByTimeAsync(15 * minute)
    network.isUp = true
    upkeep.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(did).toEqual([15])
  })
})

test('a tab that slept does what became due meanwhile, once', async () => {
  const { did, upkeep } = household()
  vi.setSystemTime(Date.now() + 25 * minute)
  upkeep.wake()
  upkeep.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(did).toEqual([25])
})

test('looking at the tab changes nothing while nothing is due', async () => {
  const { did, upkeep } = household()
  upkeep.wake()
  await vi.advanceTimersByTimeAsync(9 * minute)
  expect(did).toEqual([])
  await vi.advanceTimersByTimeAsync(minute)
  expect(did).toEqual([10])
})

test('a stopped one does no more, also where it was just trying', async () => {
  const { did, network, upkeep } = household()
  network.isUp = false
  await vi.advanceTimersByTimeAsync(10 * minute)
  upkeep.wake()
  upkeep.stop()
  network.isUp = true
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(did).toEqual([])
})

test('what lies further ahead than a timer of the browser reaches is not done at once', async () => {
  const did: number[] = []
  const month = 30 * 24 * 60 * minute
  const dueAt = Date.now() + 2 * month
  const upkeep = createUpkeep({
    next: () => (did.length > 0 ? undefined : { dueAt, act: async () => void did.push(Date.now()) }),
    onReach: () => undefined,
  })
  upkeep.start()
  await vi.advanceTimersByTimeAsync(month)
  expect(did).toEqual([])
  await vi.advanceTimersByTimeAsync(month)
  expect(did).toEqual([dueAt])
})
