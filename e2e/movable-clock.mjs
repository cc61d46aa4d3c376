// Loaded into a server by --import: its clock goes on when it is told to, as `page.clock` does it for a page.
const Given = Date
let ahead = 0

globalThis.Date = class extends Given {
  constructor(...parts) {
    super(...(parts.length === 0 ? [globalThis.Date.now()] : parts))
  }

  static now() {
    return Given.now() + ahead
  }
}

process.on('message', (milliseconds) => {
  ahead += milliseconds
  process.send?.(milliseconds)
})
