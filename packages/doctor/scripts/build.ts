import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildPackage } from '../../../scripts/build-package.ts'

buildPackage(join(import.meta.dirname, '..'), process.argv[2])

const [, , asked = join(import.meta.dirname, '../dist')] = process.argv
cpSync(join(import.meta.dirname, '../../../docs/doctor.md'), join(resolve(asked), 'docs/doctor.md'))
