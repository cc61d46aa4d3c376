import { writeFileSync } from 'node:fs'
import { model } from '../src/protocol/model.ts'
import { typesOf } from './types.ts'

writeFileSync(new URL('../src/protocol/types.generated.ts', import.meta.url), typesOf(model))
console.log('Wrote src/protocol/types.generated.ts')
