import { join } from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // The one lockfile of this repository is two folders up. A copy of this example needs no such line.
  turbopack: { root: join(import.meta.dirname, '../..') },
}

export default config
