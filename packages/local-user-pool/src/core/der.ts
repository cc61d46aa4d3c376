/** Tag, length, content: how X.509 writes everything (X.690, the distinguished rules). */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content])
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.of(tag, 0x80 | bytes.length), bytes, content])
}

export const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)

export const setOf = (part: Uint8Array) => der(0x31, part)

/** Of the bytes of a number in two's complement, with the highest first and none that says nothing. */
export const integer = (...bytes: readonly number[]) => der(0x02, Buffer.from(bytes))

export const isTrue = der(0x01, Buffer.of(0xff))

export const nothing = der(0x05)

export const octets = (content: Uint8Array) => der(0x04, content)

/** @param unused how many bits of the last byte say nothing */
export const bits = (content: Uint8Array, unused = 0) => der(0x03, Buffer.of(unused), content)

export const text = (content: string) => der(0x0c, Buffer.from(content))

/** What a structure tells by its number: itself a structure, or (as `choice`) the bytes of a value. */
export const member = (number: number, ...parts: readonly Uint8Array[]) => der(0xa0 | number, ...parts)

export const choice = (number: number, content: Uint8Array) => der(0x80 | number, content)

/** An object identifier, as in `2.5.4.3`. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(inSevens)))
}

/** Seven bits a byte, with the highest bit set on all but the last. */
function inSevens(number: number): number[] {
  const bytes = [number & 0x7f]
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}

/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280, section 4.1.2.5). */
export function time(date: Date): Buffer {
  const digits = `${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  return date.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(digits.slice(2)))
    : der(0x18, Buffer.from(digits))
}
