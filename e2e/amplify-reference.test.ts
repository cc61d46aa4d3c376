import { describe, expect, test } from 'vitest'
import { reference } from './amplify-reference.ts'
import { functions, neverAnswered, stepsOf } from './amplify-surface.ts'

type Noted = readonly [what: string, where: string]

function journey(title: string, ok: boolean, ...noted: readonly Noted[]) {
  const annotations = noted.map(([what, where]) => ({
    type: 'exercised',
    description: JSON.stringify({ what, where }),
  }))
  return { file: 'a.journey.ts', line: 1, title, ok, tags: ['phone'], tests: [{ annotations }] }
}

const all = [...functions, ...Object.values(stepsOf).flat()]
const everything: readonly Noted[] = all.filter((what) => !neverAnswered.has(what)).map((what) => [what, ''])
const whole = journey('does everything', true, ...everything)

test('Amplify has the functions and the steps that the page promises', () => {
  expect(functions).toHaveLength(31)
  expect(Object.values(stepsOf).map(({ length }) => length)).toEqual([14, 3, 2, 2])
})

describe('the page', () => {
  test('has a row for every function and every step', () => {
    const { page, problems } = reference({ specs: [whole] }, '')
    expect(problems).toEqual([])
    expect(page.match(/^\| `/gm)).toHaveLength(all.length)
    expect(page).toContain('| `signIn` | none: Amplify itself | [does everything](../../e2e/a.journey.ts) |')
  })

  test('names the screen, and the journey that is most about it', () => {
    const particular = journey('signs up', true, ['signUp()', 'SIGN_UP'])
    const { page } = reference({ specs: [whole], suites: [{ specs: [particular] }] }, '')
    const screen = '[sign-up](../../packages/sign-in/src/screens/sign-up.ts)'
    expect(page).toContain(`| \`signUp\` | ${screen} | [signs up](../../e2e/a.journey.ts) |`)
  })

  test('prefers a journey that is also done on a phone, which the chief ones are', () => {
    const minor = { ...journey('fails', true, ['signUp()', 'SIGN_UP']), tags: [] }
    const chief = journey('signs up', true, ['signUp()', 'SIGN_UP'], ['signUpStep CONFIRM_SIGN_UP', ''])
    const { page } = reference({ specs: [minor, chief, whole] }, '')
    expect(page).toContain('[signs up](../../e2e/a.journey.ts)')
    expect(page).not.toContain('[fails]')
  })

  test('keeps a row that is still true', () => {
    const { page } = reference({ specs: [whole] }, '')
    const another = journey('another', true, ['signIn()', ''])
    expect(reference({ specs: [another, whole] }, page).page).toBe(page)
  })
})

describe('it is a problem', () => {
  test('when no journey exercises something', () => {
    const some = journey('does the rest', true, ...everything.slice(1))
    expect(reference({ specs: [some] }, '').problems).toEqual([`No journey exercises ${functions[0]}.`])
  })

  test('when the one that does has failed', () => {
    const failed = { ...whole, ok: false }
    expect(reference({ specs: [failed] }, '').problems).toHaveLength(everything.length)
  })

  test('when a journey notes what Amplify does not have', () => {
    const odd = journey('odd', true, ['signUpStep SIGN_IN', 'SIGN_UP'])
    expect(reference({ specs: [whole, odd] }, '').problems).toEqual([
      'signUpStep SIGN_IN was noted at “SIGN_UP”, but Amplify has no such function or step, or never answers it.',
    ])
  })
})
