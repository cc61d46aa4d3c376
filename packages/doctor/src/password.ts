import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks for a password on the terminal, without showing what is typed. */
export async function askPassword(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  // As if it were not read in the raw mode: Ctrl-C ends the program.
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
