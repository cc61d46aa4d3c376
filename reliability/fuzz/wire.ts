import type { Chance } from './chance.ts'
import type { Wire } from './sockets.ts'

/** Misuses connections in one way; answers what is wrong with how the server takes it. */
export type WireAttack = (open: () => Wire, chance: Chance) => Promise<readonly string[]>

const target = 'AWSCognitoIdentityProviderService.GetUser'
const body = '{"AccessToken":"a.b.c"}'

/** A request by hand. */
const request = (headers: readonly string[], content = body, line = 'POST / HTTP/1.1') =>
  [line, 'Host: localhost', `X-Amz-Target: ${target}`, ...headers, '', content].join('\r\n')
const closing = ['Connection: close']
const length = (of: number | string) => `Content-Length: ${of}`
const good = request([...closing, length(body.length)])

const statusesOf = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))

/** What came back to these bytes has to be a refusal, or nothing; and the connection has to end. */
async function refusedOrCut(wire: Wire, bytes: string | Uint8Array): Promise<string[]> {
  await wire.send(bytes)
  const { text, isClosed } = await wire.ended()
  const statuses = statusesOf(text)
  const said = typeof bytes === 'string' ? JSON.stringify(bytes.slice(0, 120)) : 'bytes'
  return [
    ...(isClosed ? [] : [`leaves the connection open after ${said}`]),
    ...(statuses.every((status) => status >= 400 && status < 500) ? [] : [`answers ${statuses} to ${said}`]),
    ...(/\n\s+at |node_modules|\.ts:/.test(text) ? [`tells how it is made: ${text.slice(0, 200)}`] : []),
  ]
}

const each = async (cases: readonly (string | Uint8Array)[], open: () => Wire) =>
  (await Promise.all(cases.map((bytes) => refusedOrCut(open(), bytes)))).flat()

/** The ways, by name. */
export const wireAttacks: Readonly<Record<string, WireAttack>> = {
  'bytes that are no HTTP': (open, chance) =>
    each(
      [
        ...Array.from({ length: 20 }, () =>
          Buffer.concat([chance.bytes(16 + chance.below(200)), Buffer.from('\r\n\r\n')]),
        ),
        Buffer.from('16030100a5010000a10303', 'hex'),
        'SSH-2.0-OpenSSH_9.9\r\n\r\n',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        'GET / HTTP/9.9\r\n\r\n',
        'GET\r\n\r\n',
      ],
      open,
    ),
  'headers that are too large': (open) =>
    each(
      [
        request([`X-Big: ${'a'.repeat(100_000)}`]),
        request(Array.from({ length: 5000 }, (_, index) => `X-${index}: a`)),
        request([...closing], '', `GET /${'a'.repeat(100_000)} HTTP/1.1`),
        request([`Cookie: ${'a=b; '.repeat(20_000)}`]),
      ],
      open,
    ),
  'headers that are none': (open) =>
    each(
      [
        request(['No colon here', ...closing]),
        request([': nameless', ...closing]),
        request(['X A: b', ...closing]),
        request(['X-A: a\u0000b', ...closing]),
        request(['X-A : b', ...closing]),
        request([' folded: b', ...closing]),
        request([...closing]).replace('Host: localhost', 'Host: localhost\nX: y\rZ: a'),
      ],
      open,
    ),
  'lengths that are wrong': (open) =>
    each(
      [
        ...['-1', '+5', 'many', '1e3', '0x10', '99999999999999999999', '1, 2', ''].map((of) =>
          request([...closing, length(of)]),
        ),
        request([...closing, length(2), length(3)]),
        request([...closing, length(2), 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
        request([...closing, length(4 * 1024 * 1024)], '{'),
        request([...closing, length(2)], '{}GARBAGE'),
      ],
      open,
    ),
  'chunks that are garbage': (open, chance) =>
    each(
      [
        ...[
          'zz\r\n{}\r\n0\r\n\r\n',
          '-1\r\n\r\n',
          '2\r\n{}}\r\n0\r\n\r\n',
          '1\n{\n0\n\n',
          'ffffffffffffffffff\r\n',
          '2;'.padEnd(100_000, 'a'),
        ],
        ...Array.from({ length: 10 }, () => `${chance.bytes(chance.below(50)).toString('latin1')}\r\n\r\n`),
      ].map((content) => request([...closing, 'Transfer-Encoding: chunked'], content)),
      open,
    ).then((wrong) => wrong.filter((text) => !text.startsWith('leaves'))),
  'requests one after the other without waiting': async (open) => {
    const wire = open()
    const kept = request([length(body.length)])
    await wire.send(kept.repeat(50) + good)
    const { text } = await wire.ended()
    const statuses = statusesOf(text)
    return statuses.length === 51 && statuses.every((status) => status === 400)
      ? []
      : [`answers ${statuses.length} of 51 requests: ${statuses}`]
  },
  'a good request and then garbage': async (open, chance) => {
    const wire = open()
    await wire.send(request([length(body.length)]) + chance.bytes(100).toString('latin1'))
    await wire.send('\r\n\r\n')
    const { text } = await wire.ended()
    return statusesOf(text)[0] === 400 ? [] : [`answers ${text.slice(0, 100)}`]
  },
  'clients that leave': async (open, chance) => {
    await Promise.all(
      Array.from({ length: 60 }, async () => {
        const wire = open()
        await wire.send(good.slice(0, chance.below(good.length)))
        await wire.leave(chance.pick(['destroy', 'resetAndDestroy'] as const))
      }),
    )
    return []
  },
  'a request in single bytes': async (open) => {
    const wire = open()
    for (const character of good) await wire.send(character)
    const { text } = await wire.ended()
    return statusesOf(text)[0] === 400 ? [] : [`answers ${text.slice(0, 100)}`]
  },
  'many clients that do not finish': async (open) => {
    const heads = ['POST / HTTP/1.1\r\nHost: localhost\r\nX-A: ', request([length(1000)], '{"Access')]
    const wires = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const wire = open()
        await wire.send(heads[index % 2] ?? '')
        return wire
      }),
    )
    const wire = open()
    await wire.send(good)
    const { text } = await wire.ended()
    await Promise.all(wires.map((slow) => slow.leave('resetAndDestroy')))
    return statusesOf(text)[0] === 400 ? [] : [`keeps somebody from an answer: ${text.slice(0, 100)}`]
  },
}

/** Until the server has lost its patience: Node looks every 30 s for who is beyond the 60 s for headers, or the 300 s for all. */
const ended = async (wire: Wire, seconds: number) => {
  const { text, isClosed } = await wire.ended(seconds * 1000)
  return isClosed && statusesOf(text).every((status) => status === 408)
    ? []
    : [`is not cut off within ${seconds} s`]
}

/** Those for which one has to wait. */
export const slowAttacks: Readonly<Record<string, WireAttack>> = {
  'headers that never end': async (open) => {
    const wire = open()
    await wire.send('POST / HTTP/1.1\r\nHost: localhost\r\n')
    // A little now and then does not help.
    const timer = setInterval(() => wire.send('X-A: b\r\n'), 5000)
    const wrong = await ended(wire, 100)
    clearInterval(timer)
    return wrong
  },
  'a body that never ends': async (open) => {
    const wire = open()
    await wire.send(request([length(1000)], '{'))
    const timer = setInterval(() => wire.send(' '), 5000)
    const wrong = await ended(wire, 340)
    clearInterval(timer)
    return wrong
  },
  'nothing at all': async (open) => ended(open(), 100),
}
