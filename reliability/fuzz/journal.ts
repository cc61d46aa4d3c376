import { closeSync, openSync, readSync } from 'node:fs'

const headerLength = 32
const frameHeaderLength = 24
const saltsAt = 16
const saltsLength = 8

/**
 * Watches the write-ahead log of a database (https://www.sqlite.org/fileformat2.html#walformat): whatever changes a page
 * of it adds a frame. So it is known of every request whether it changed anything, at the cost of two short reads.
 */
export class Journal {
  readonly #file: number
  readonly #pageSize: number
  readonly #header = Buffer.alloc(headerLength)
  readonly #frame = Buffer.alloc(frameHeaderLength)
  #salts = ''
  #next = headerLength

  /** @param database a file that a pool has open and has written to */
  constructor(database: string) {
    this.#file = openSync(`${database}-wal`, 'r')
    readSync(this.#file, this.#header, 0, headerLength, 0)
    this.#pageSize = this.#header.readUInt32BE(8)
    this.hasGrown()
  }

  /** Whether something was written since this was asked last. */
  hasGrown(): boolean {
    readSync(this.#file, this.#header, 0, headerLength, 0)
    const salts = this.#header.toString('hex', saltsAt, saltsAt + saltsLength)
    // It began anew, which it does in order to be written to.
    let grown = salts !== this.#salts
    if (grown) this.#next = headerLength
    this.#salts = salts
    while (this.#isWritten()) {
      grown = true
      this.#next += frameHeaderLength + this.#pageSize
    }
    return grown
  }

  close(): void {
    closeSync(this.#file)
  }

  /** Frames of an older log have older salts. */
  #isWritten(): boolean {
    const read = readSync(this.#file, this.#frame, 0, frameHeaderLength, this.#next)
    return read === frameHeaderLength && this.#frame.toString('hex', 8, 8 + saltsLength) === this.#salts
  }
}
