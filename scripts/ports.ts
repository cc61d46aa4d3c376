import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Starts something at the port, or at the next one that is free; says so where it is another than the one wanted.
 *
 * @param start rejects with `EADDRINUSE` where the port is taken
 */
export async function atFreePort<Started>(
  wanted: number,
  start: (port: number) => Promise<Started>,
): Promise<Started> {
  for (let port = wanted; ; port += 1) {
    try {
      const started = await start(port)
      if (port !== wanted) console.log(`Port ${wanted} is taken; using ${port} instead.`)
      return started
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken || port >= wanted + 100) throw error
    }
  }
}

/** A port that is free now, for a program of others that is told where to listen. */
export function freePort(wanted: number): Promise<number> {
  return atFreePort(wanted, async (port) => {
    // Whoever listens at all addresses of the machine is in the way of localhost, too.
    for (const host of ['::', '127.0.0.1']) {
      const server = createServer().listen({ port, host, exclusive: true })
      await once(server, 'listening')
      const address = server.address()
      server.close()
      await once(server, 'close')
      if (port === 0 && address !== null && typeof address === 'object') return address.port
    }
    return port
  })
}
