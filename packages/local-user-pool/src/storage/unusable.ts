/**
 * A database that cannot be used, or not at the moment, with a message for the person who runs the pool: what is wrong,
 * and what to do.
 */
export class DatabaseUnusableError extends Error {
  override readonly name = 'DatabaseUnusableError'
}

/** What an error of SQLite or of the file system says about the file, if it does; any other error is what it was. */
export function unusable(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnusableError) return error
  const { code = '', errcode = 0 } = error as { code?: string; errcode?: number }
  // The lower byte is the primary result code (https://sqlite.org/rescode.html).
  const reason = code === 'ERR_SQLITE_ERROR' ? ofSqlite[errcode & 0xff] : ofFileSystem[code]
  if (reason === undefined) return error
  return new DatabaseUnusableError(`The database ${file} cannot be used: ${reason}`, { cause: error })
}

/** @param detail SQLite's own words, for whoever wants to repair it */
export const damaged = (file: string, detail: string) =>
  new DatabaseUnusableError(
    `The database ${file} cannot be used: ${ofSqlite[11]} SQLite says: ${detail.replaceAll('\n', ' ')}`,
  )

const readOnly = 'this process may not write it and its folder. Allow that, or name another file.'
const noSpace = 'there is no space left on the disk. Make some; what was answered before is kept.'
const wrongPlace = 'a folder of that name cannot be made. Name another file.'

const ofSqlite: Readonly<Record<number, string>> = {
  5: 'another process has it open. End that one first, or name another file.',
  8: readOnly,
  10: 'the disk cannot be read or written. Look whether it is full, there, and well.',
  11: 'it is damaged. Put a copy of it in its place, or name another file.',
  13: noSpace,
  14: 'it cannot be opened. Look whether it is a file that this process may write.',
  26: 'it is not a database of a local user pool. Name another file.',
}

const ofFileSystem: Readonly<Record<string, string>> = {
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  ENOSPC: noSpace,
  EDQUOT: noSpace,
  EEXIST: wrongPlace,
  ENOTDIR: wrongPlace,
  ENOENT: wrongPlace,
  EISDIR: 'it is a folder. Name a file.',
  ELOOP: 'its links lead in a circle. Name another file.',
  ENAMETOOLONG: 'its name is too long. Name another file.',
}
