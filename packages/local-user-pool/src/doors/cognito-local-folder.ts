import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CognitoLocal, readFiles } from '../cognito-local/read.ts'
import { CognitoLocalUnusableError } from '../cognito-local/unusable.ts'

/**
 * Reads the folder in which cognito-local keeps its data, for the option `cognitoLocal`.
 *
 * @param folder the one that is called `.cognito`
 * @throws CognitoLocalUnusableError whose message begins with the folder
 */
export function readCognitoLocal(folder: string): CognitoLocal {
  try {
    const names = jsonFilesOf(folder, 'db')
    if (names.every((name) => name === 'clients.json')) {
      throw new CognitoLocalUnusableError(
        'db',
        'has no user pool in it, which would be a file like local_abc.json.',
      )
    }
    const files = [...names.map((name) => `db/${name}`), ...jsonFilesOf(folder, '.').filter(isConfig)]
    return readFiles(new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])))
  } catch (error) {
    throw explained(error, folder)
  }
}

const isConfig = (name: string) => name === 'config.json'

const jsonFilesOf = (folder: string, inner: string) =>
  readdirSync(join(folder, inner), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ name }) => name)

function explained(error: unknown, folder: string): unknown {
  if (error instanceof CognitoLocalUnusableError)
    return new CognitoLocalUnusableError(`${folder}:`, error.message)
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall === undefined) return error
  return new CognitoLocalUnusableError(
    `${folder}:`,
    `cannot be read (${code}). Name the folder of cognito-local, .cognito, in which there is a folder db.`,
  )
}
