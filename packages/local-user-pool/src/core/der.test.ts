import { expect, test } from 'vitest'
import {
  bits,
  choice,
  der,
  integer,
  isTrue,
  member,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  text,
  time,
} from './der.ts'

const hex = (bytes: Buffer) => bytes.toString('hex')

test.each([
  [0, '0400'],
  [1, '0401'],
  [127, '047f'],
  [128, '048180'],
  [255, '0481ff'],
  [256, '04820100'],
  [1000, '048203e8'],
])('%i bytes of content are announced as %s', (length, header) => {
  const written = der(0x04, Buffer.alloc(length, 7))
  expect(hex(written.subarray(0, header.length / 2))).toBe(header)
  expect(written.subarray(header.length / 2)).toEqual(Buffer.alloc(length, 7))
})

test.each([
  ['a sequence', sequence(nothing, isTrue), '300505000101ff'],
  ['a set', setOf(nothing), '31020500'],
  ['a number', integer(2), '020102'],
  ['bytes', octets(Buffer.of(1, 2)), '04020102'],
  ['bits', bits(Buffer.of(0x80)), '03020080'],
  ['bits of which some say nothing', bits(Buffer.of(0x80), 7), '03020780'],
  ['text', text('é'), '0c02c3a9'],
  ['a member that is a structure', member(3, nothing), 'a3020500'],
  ['a member that is the bytes of a value', choice(2, Buffer.from('a')), '820161'],
])('%s has its tag', (_, written, expected) => {
  expect(hex(written)).toBe(expected)
})

test.each([
  ['2.5.4.3', '0603550403'],
  ['1.2.840.113549.1.1.11', '06092a864886f70d01010b'],
  ['1.2.127', '06022a7f'],
  ['1.2.128', '06032a8100'],
  ['1.2.16384', '06042a818000'],
])('the object identifier %s is %s', (dotted, expected) => {
  expect(hex(oid(dotted))).toBe(expected)
})

test.each([
  ['2026-11-21T09:08:07.654Z', 0x17, '261121090807Z'],
  ['2049-12-31T23:59:59Z', 0x17, '491231235959Z'],
  ['2050-01-01T00:00:00Z', 0x18, '20500101000000Z'],
])('%s is written by year, month, day, hour, minute and second', (date, tag, digits) => {
  expect(time(new Date(date))).toEqual(der(tag, Buffer.from(digits)))
})
