import type { createServer, ServerOptions } from 'node:https'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { ConnectionCutError } from '../pool.ts'

/** A port of this machine at which a pool is listening. */
export interface Port {
  readonly number: number
  /** Ends it and every connection. */
  close(): Promise<void>
}

interface PortOptions {
  readonly answer: (request: Request) => Promise<Response>
  /** 0 for any that is free. */
  readonly port: number
  readonly host: string
  /** What makes it speak TLS. */
  readonly tls?: { readonly createServer: typeof createServer; readonly serverOptions: ServerOptions }
}

/** @throws an error with the code `EADDRINUSE` and the `port` where that is taken */
export async function openPort({ answer, port, host, tls }: PortOptions): Promise<Port> {
  const server = createAdaptorServer({
    fetch: async (request, { outgoing }) => {
      try {
        return await answer(request)
      } catch (error) {
        if (!(error instanceof ConnectionCutError)) throw error
        // A Response cannot say that there is none.
        outgoing.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
    // The pool may run inside somebody's tests, whose Request and Response are theirs.
    overrideGlobalObjects: false,
    ...tls,
  }) as Server
  // The server itself does not know those that have not finished to agree on TLS.
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await listening(server, port, host)
  return {
    number: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
