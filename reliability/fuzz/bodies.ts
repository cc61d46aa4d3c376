import { gzipSync } from 'node:zlib'
import type { Chance } from './chance.ts'

/** Bytes of a request, and what its headers say about them. */
export interface Body {
  readonly bytes: string | Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

const bytesOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))))

/** Ways to write JSON that is none, or that is another than it seems. */
const ways: readonly ((json: string, chance: Chance) => Body['bytes'])[] = [
  (json, chance) => json.slice(0, chance.below(json.length)),
  (json, chance) => json + chance.pick(['}', ',', ' x', '\u0000', '{}', '//']),
  (json) => json.replaceAll('"', "'"),
  (json) => json.replace(/\}$/, ',}'),
  (json) => bytesOf(Uint8Array.of(0xef, 0xbb, 0xbf), json),
  (json) => bytesOf(Uint8Array.of(0xff, 0xfe), Buffer.from(json, 'utf16le')),
  (json) => bytesOf(Buffer.from(json, 'utf16le')),
  (json, chance) => {
    const at = chance.below(json.length)
    const broken = chance.pick([
      [0xff],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xe3, 0x81],
      [0xf4, 0x90, 0x80, 0x80],
    ])
    return bytesOf(json.slice(0, at), Uint8Array.from(broken), json.slice(at))
  },
  (_, chance) => bytesOf(chance.bytes(chance.below(64))),
  (json, chance) => {
    const depth = chance.pick([10, 1000, 20_000])
    return json.replace(
      /^\{/,
      `{"${chance.pick(['x', '__proto__', 'Username'])}":${'['.repeat(depth)}${']'.repeat(depth)},`,
    )
  },
  (_, chance) => '{"a":'.repeat(chance.pick([10, 1000, 20_000])),
  // The same name again, and names of what every object has.
  (json) => json.replace(/^\{(.*)\}$/s, (_, members: string) => `{${members},${members}}`),
  (json, chance) =>
    json.replace(/^\{/, `{"${chance.pick(['__proto__', 'constructor'])}":{"isAdmin":true,"length":0},`),
  (json, chance) =>
    json.replace(
      /:(?:"[^"]*"|\d+)/,
      `:${chance.pick(['1e400', '-1e999', '1'.repeat(400), '0e0', '-0', '1E+2', '01', '.5', 'NaN'])}`,
    ),
  (json, chance) =>
    json.replace(/"([^"]{2})/, `"${chance.pick(['\\ud800', '\\u0000', '\\x41', '\\u12', '\\'])}$1`),
  (json) => `[${json}]`,
  (json) => JSON.stringify(json),
  (_, chance) =>
    chance.pick(['', ' ', 'null', 'true', '0', '""', '[]', '{', '}', '\u0000', 'undefined', '<a/>', 'a=b']),
]

/** A document in bytes that a reader may choke on. */
export function brokenBody(json: string, chance: Chance): Body {
  if (chance.is(0.1))
    return { bytes: new Uint8Array(gzipSync(json)), headers: { 'content-encoding': 'gzip' } }
  const bytes = chance.pick(ways)(json, chance)
  const type = chance.pick([
    'application/x-amz-json-1.1',
    'application/json; charset=utf-16',
    'text/plain',
    'multipart/form-data; boundary=a',
    'application/cbor',
  ])
  const encoding = chance.is(0.1)
    ? { 'content-encoding': chance.pick(['gzip', 'br', 'deflate', 'nonsense']) }
    : {}
  return { bytes, headers: { 'content-type': type, ...encoding } }
}
