import fc from 'fast-check'

/** Values that programs stumble over. */
export interface Hostile {
  readonly texts: readonly string[]
  /** Any JSON. */
  readonly values: readonly unknown[]
}

const prototypes = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then']

const known = [
  ...prototypes,
  ...[
    '',
    ' ',
    '\t',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'a\udc00',
    '\ufeff',
    '\u202e',
    'ﬀ',
    'İ',
    '１２３４５６',
    '🚪',
  ],
  ...[
    '0',
    '-1',
    '-0',
    '1e309',
    'NaN',
    'Infinity',
    '9007199254740993',
    '0x10',
    'null',
    'undefined',
    'true',
    '[]',
  ],
  ...["' OR 1=1; --", '%', '_', '%00', '%', '\\', '"', '#{7*7}', '{{7*7}}', '{####}', '<i onload="x">', '*/'],
  ...['../../etc/passwd', 'file:///etc/passwd', 'javascript:alert(1)', '//evil.example', 'http://[', '::1'],
  ...[
    'a.b.c',
    '..',
    'e30.e30.',
    'eyJhbGciOiJub25lIn0.e30.',
    'a@b',
    '@',
    'a@b@c.d',
    '+',
    '+0',
    '+81',
    '#',
    'a',
  ],
  ...[
    '\r\nset-cookie: a=b',
    'a\nb',
    'email',
    'sub',
    'custom:a',
    'dev:custom:a',
    'cognito:username',
    'COGNITO',
  ],
  ...[
    'é'.normalize('NFD'),
    'ß',
    'ſ',
    'K',
    '٣',
    '\u2028',
    'e\u0301'.repeat(100),
    'a'.repeat(129),
    '0'.repeat(2049),
  ],
]

// fast-check's own of all characters begins with a table of them all, which takes seconds.
const anyText = fc
  .array(fc.nat({ max: 0x10ffff }), { maxLength: 40 })
  .map((characters) => String.fromCodePoint(...characters))

/** What is known to hurt, and what nobody has thought of. */
export function hostileOf(seed: number): Hostile {
  const sample = <Value>(arbitrary: fc.Arbitrary<Value>, numRuns: number) =>
    fc.sample(arbitrary, { seed, numRuns })
  const texts = [
    ...known,
    ...sample(anyText, 200),
    ...sample(fc.string({ maxLength: 40 }), 100),
    ...sample(fc.emailAddress(), 30),
    ...sample(fc.ipV6(), 20),
  ]
  const numbers = [0, -0, -1, 1, 1.5, 2 ** 31, -(2 ** 31), 2 ** 53, 2 ** 53 - 1, 1e21, 1e308, 5e-324]
  const values = [
    ...[null, true, false, [], {}, [null], [[]], { a: null }, Object.fromEntries([['__proto__', 1]])],
    ...numbers,
    ...sample(fc.jsonValue({ maxDepth: 3 }), 200),
  ]
  return { texts, values }
}
