import { readFileSync, writeFileSync } from 'node:fs'
import { doctorPage } from './reference.ts'

const page = new URL('../../../docs/doctor.md', import.meta.url)
writeFileSync(page, doctorPage(readFileSync(page, 'utf8')))
console.log('Wrote docs/doctor.md')
