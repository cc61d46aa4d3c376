import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagnoses } from '../src/diagnoses/index.ts'
import { docsOf } from '../src/report/docs.ts'
import { doctorPage } from './reference.ts'

const page = readFileSync(new URL('../../../docs/doctor.md', import.meta.url), 'utf8')

test('the page of the doctor is what the diagnoses say (else run `npm run docs`)', () => {
  expect(page).toBe(doctorPage(page))
})

test('every link of a report leads to a heading', () => {
  // As GitHub makes anchors of headings.
  const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  )
  expect(anchors).toEqual(expect.arrayContaining(diagnoses.map((one) => docsOf(one).split('#')[1])))
})
