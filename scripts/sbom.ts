// Writes the software bill of materials, as CycloneDX: `npm run sbom`. npm makes it of package-lock.json alone, so it is
// the same on every machine, and marks what only development needs.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './run.ts'

interface Manifest {
  readonly version?: string
}

/** The bill, as JSON. */
export function billOfMaterials(): string {
  const parent = mkdtempSync(join(tmpdir(), 'genkan-sbom-'))
  // npm calls the whole by the name of its folder.
  const folder = join(parent, 'genkan')
  try {
    copyManifests(folder)
    // What an optional peer of an example wants would be an error; what is installed is what the lock says.
    const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--legacy-peer-deps']
    const { status, stdout, stderr } = spawnSync('npm', words, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    })
    if (status !== 0) throw new Error(`npm sbom did not succeed:\n${stderr}`)
    return stdout
  } finally {
    rmSync(parent, { recursive: true })
  }
}

/** What npm reads, beside the code. It has no bill for what has no version, as parts that nobody publishes. */
function copyManifests(folder: string): void {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const paths = Object.keys(lock.packages).filter((path) => !path.includes('node_modules/'))
  for (const path of paths) {
    const manifest: Manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
    const file = join(folder, path, 'package.json')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(versioned(manifest)))
    lock.packages[path] = versioned(lock.packages[path])
  }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(versioned(lock)))
}

function versioned<Versioned extends Manifest>(
  manifest: Versioned,
): Versioned & { readonly version: string } {
  return { version: '0.0.0', ...manifest }
}

if (import.meta.main) {
  const bill = billOfMaterials()
  writeFileSync(join(root, 'sbom.cdx.json'), bill)
  console.log(`Wrote sbom.cdx.json: ${JSON.parse(bill).components.length} components.`)
}
