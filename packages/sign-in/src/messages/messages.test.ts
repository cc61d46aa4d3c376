import { describe, expect, test } from 'vitest'
import { accountMessagesIn } from '../account/messages'
import { screens, screensWithoutPassword } from '../screens'
import { allLanguages, fetchMessages, isLanguage, nameOf, preferredLanguage } from '.'

/** All texts, at every depth; functions are called with the facts that make them say the most. */
function textsOf(value: unknown, path = ''): readonly [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const facts = {
      destination: 't***@e***',
      username: 'taro@example.jp',
      minLength: 8,
      name: '',
      message: '',
    }
    return [[path, String(value(facts, 5))]]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key))
}

describe.each(allLanguages)('%s', async (language) => {
  const messages = await fetchMessages(language)
  const texts = textsOf({ ...messages, accountPage: accountMessagesIn(language) })

  test('has no empty text, and none that begins or ends with a space', () => {
    const affixes = /^password\.(met|unmet)$/
    expect(
      texts.filter(([path, text]) => text === '' || (text.trim() !== text && !affixes.test(path))),
    ).toEqual([])
  })

  test('names itself in its own language', () => {
    expect(nameOf(language)).toBe({ ja: '日本語', en: 'English' }[language])
  })

  test('has a button wherever a screen sends something, and none where it does not', () => {
    const { screens: said } = messages
    for (const screen of [...Object.values(screens), ...Object.values(screensWithoutPassword)]) {
      expect(Boolean(said[screen.text].submit), screen.text).toBe('submit' in screen)
      expect(Boolean(said[screen.text].busy), screen.text).toBe('submit' in screen || 'choose' in screen)
    }
  })
})

test('Japanese has no half-width punctuation but the dots of a wait', async () => {
  const half = textsOf({ ...(await fetchMessages('ja')), accountPage: accountMessagesIn('ja') }).filter(
    ([path, text]) => {
      const prose = text
        .replace(/\.\.\.$/, '')
        .replace(/[\w*+-]+[@.][\w*.-]+/g, '')
        .replace('（! ? @ # - など）', '')
      return path !== 'requestId' && /[.,!?:;()]/.test(prose)
    },
  )
  expect(half).toEqual([])
})

test('all languages say the same things', async () => {
  const spoken = await Promise.all(allLanguages.map(fetchMessages))
  const [first = [], ...others] = spoken.map((messages) => textsOf(messages).map(([path]) => path))
  for (const other of others)
    expect(other.filter((path) => !/hint$/.test(path))).toEqual(first.filter((path) => !/hint$/.test(path)))
})

describe('the first language', () => {
  test.each([
    [['ja-JP', 'en-US'], 'ja'],
    [['en-GB', 'ja'], 'en'],
    [['fr-FR', 'ja'], 'ja'],
    [['JA'], 'ja'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (tags, language) => expect(preferredLanguage(tags)).toBe(language))

  test('is never what somebody wrote into the storage by hand', () => {
    expect(isLanguage('xx')).toBe(false)
    expect(isLanguage('toString')).toBe(false)
  })
})
