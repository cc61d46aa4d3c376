import fc from 'fast-check'

/** Asks for nothing but the shortest length that the API allows a pool to ask for. */
export const laxPolicy = {
  MinimumLength: 6,
  RequireUppercase: false,
  RequireLowercase: false,
  RequireNumbers: false,
  RequireSymbols: false,
}

const scripts = [
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
  // Kana with combining voice marks, kanji outside of the basic plane, emoji of several code points, right-to-left.
  fc.string({
    unit: fc.constantFrom(
      'が',
      'か\u3099',
      'ﾊﾟ',
      '漢',
      '𠮷',
      '😀',
      '👩‍👩‍👧',
      '🏳️‍🌈',
      'e\u0301',
      'é',
      'ß',
      'İ',
      'ش',
      '\u200d',
      '～',
      '　',
    ),
    maxLength: 30,
  }),
]

/**
 * Passwords of every script. The API's pattern for them is `[\S]+`, as Java reads it: ASCII's white space is no part
 * of one, that of other scripts is.
 */
export const anyPassword = fc
  .tuple(fc.oneof(...scripts), fc.oneof(...scripts))
  .map((parts) => parts.join('').replace(/[ \t\n\v\f\r]/g, ''))
  .filter((password) => password.length >= 6 && password.length <= 256)
