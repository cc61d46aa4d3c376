import { join } from 'node:path'
import { build } from 'rolldown'

/** The handler of `api/` with all that it imports, as the text of one module. */
export async function bundleApi(): Promise<string> {
  const { output } = await build({
    cwd: join(import.meta.dirname, '../..'),
    input: 'api/src/handler.ts',
    platform: 'node',
    output: { format: 'esm', codeSplitting: false },
    write: false,
  })
  return output[0].code
}
