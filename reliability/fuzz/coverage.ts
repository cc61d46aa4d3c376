import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeCoverage } from 'node:v8'

interface Report {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly functionName: string
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[]
    }[]
  }[]
}

const source = '/packages/local-user-pool/src/'

/** How much of the pool's own code was run, where `NODE_V8_COVERAGE` names a folder for it. */
export function coverageFigures(): { what: string; figure: string }[] {
  const folder = process.env.NODE_V8_COVERAGE
  if (!folder) return []
  takeCoverage()
  const called = new Map<string, boolean>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report
    for (const { url, functions } of result.filter(
      ({ url }) => url.includes(source) && !url.includes('/test-'),
    )) {
      for (const { functionName, ranges } of functions) {
        const [whole] = ranges
        const key = `${url.split(source)[1]}:${functionName}@${whole?.startOffset}`
        called.set(key, called.get(key) || (whole?.count ?? 0) > 0)
      }
    }
  }
  const never = [...called].filter(([, was]) => !was).map(([key]) => key)
  return [
    {
      what: 'functions of the pool that were called',
      figure: `${called.size - never.length} of ${called.size}`,
    },
    { what: 'of those that were not', figure: never.slice(0, 20).join(', ') },
  ]
}
