import { expect, test } from 'vitest'
import { dependencies } from './dependencies.ts'
import { billOfMaterials } from './sbom.ts'

interface Component {
  readonly purl: string
  readonly hashes?: readonly { readonly alg: string }[]
  readonly properties: readonly { readonly name: string }[]
}

test('the bill of materials has every package of the lock, and of what is deployed the hashes', () => {
  const bill: { components: readonly Component[] } = JSON.parse(billOfMaterials())
  const listed = new Map(
    bill.components.map((one) => [decodeURIComponent(one.purl.replace('pkg:npm/', '')), one]),
  )
  const isMarked = ({ properties }: Component) =>
    properties.some(({ name }) => name === 'cdx:npm:package:development')
  const all = dependencies()
  // npm lists once what is in the tree twice, as the first of them.
  const isTwice = ({ name, version }: (typeof all)[number]) =>
    all.filter((other) => other.name === name && other.version === version).length > 1
  for (const one of all) {
    const { name, version, isForDevelopment, hasHash } = one
    const component = listed.get(`${name}@${version}`)
    if (!component) throw new Error(`${name} ${version} is missing.`)
    if (isForDevelopment || isTwice(one)) continue
    expect(isMarked(component), name).toBe(false)
    if (hasHash) expect(component.hashes, name).toMatchObject([{ alg: 'SHA-512' }])
  }
  expect(bill.components.filter(isMarked).length).toBeGreaterThan(100)
})
