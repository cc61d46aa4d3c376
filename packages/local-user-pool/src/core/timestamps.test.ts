import { expect, test } from 'vitest'
import { isSrpTimestamp, srpTimestamp } from './timestamps.ts'

test('a time is written with English names, in UTC, the day not padded', () => {
  expect(srpTimestamp(new Date('2026-11-21T04:30:05Z'))).toBe('Sat Nov 21 04:30:05 UTC 2026')
  expect(srpTimestamp(new Date('2026-09-05T23:00:00Z'))).toBe('Sat Sep 5 23:00:00 UTC 2026')
})

test('every weekday and every month has its English name', () => {
  for (let days = 0; days < 365; days += 5) {
    const time = new Date(Date.UTC(2026, 0, 1 + days, 4, 30, 5))
    const [weekday, day, name, year, clock] = time.toUTCString().replace(',', '').split(' ')
    expect(srpTimestamp(time)).toBe(`${weekday} ${name} ${Number(day)} ${clock} UTC ${year}`)
    expect(isSrpTimestamp(srpTimestamp(time))).toBe(true)
  }
})

test.each(['Sat Nov 21 04:30:05 UTC 2026', 'Sat Sep 5 23:00:00 UTC 2026'])('%s is accepted', (text) => {
  expect(isSrpTimestamp(text)).toBe(true)
})

test.each([
  ['a padded day', 'Sat Sep 05 23:00:00 UTC 2026'],
  ['a wrong weekday', 'Fri Nov 21 04:30:05 UTC 2026'],
  ['an unknown month', 'Sat Foo 21 04:30:05 UTC 2026'],
  ['a day that does not exist', 'Sat Feb 30 04:30:05 UTC 2026'],
  ['another zone', 'Sat Nov 21 04:30:05 JST 2026'],
  ['ISO 8601', '2026-11-21T04:30:05Z'],
  ['nothing', ''],
])('%s is refused', (_, text) => {
  expect(isSrpTimestamp(text)).toBe(false)
})
