import { join } from 'node:path'
import { buildPackage } from '../../../scripts/build-package.ts'

buildPackage(join(import.meta.dirname, '..'), process.argv[2])
