import { writeFileSync } from 'node:fs'
import { fidelityPage, operationsPage } from './reference.ts'

for (const [name, text] of Object.entries({
  'operations.md': await operationsPage(),
  'fidelity.md': fidelityPage(),
})) {
  writeFileSync(new URL(`../../../docs/reference/${name}`, import.meta.url), text)
  console.log(`Wrote docs/reference/${name}`)
}
