import { expect, test } from 'vitest'
import { patientOf, type Question } from '../patient.ts'
import { notExamined } from './not-examined.ts'

const flagsOf = (question: Question) =>
  notExamined(patientOf({ folder: '/nowhere', environment: {}, ...question }), 'en').map(({ flag }) => flag)

const callback = 'http://localhost:3000/'

test('a domain alone does not say whether people may come back from it', () => {
  expect(flagsOf({ domain: 'auth.example.com' })).toEqual(
    expect.arrayContaining(['--callback URL', '--logout URL']),
  )
  expect(flagsOf({ domain: 'auth.example.com', callback })).toContain('--logout URL')
  expect(flagsOf({ domain: 'auth.example.com', callback })).not.toContain('--callback URL')
  expect(flagsOf({ callback, logout: callback })).not.toContain('--logout URL')
})

test('where nobody has said that there is a domain, nobody is asked for a sign-out from it', () => {
  expect(flagsOf({})).toContain('--callback URL')
  expect(flagsOf({})).not.toContain('--logout URL')
})
