import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/**
 * Runs a program of `node_modules` to its end and shows what it says; answers whether it succeeded.
 *
 * @param program the file that starts it, from node_modules
 * @param options `folder` to run it in, from the root; `environment` beside the variables of this process
 */
export function run(
  program: string,
  args: readonly string[],
  {
    folder = '.',
    environment = {},
  }: { folder?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: join(root, folder),
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}
