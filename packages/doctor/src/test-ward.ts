import type { ExaminationOptions } from './doctor.ts'
import { exampleSeed, page, startApi, startTestPool, type TestPool, variables } from './test-pool.ts'
import { startTestServer, type TestAnswer } from './test-server.ts'

/** Where illnesses are made: a healthy user pool, and whatever an illness needs beside it. */
export interface Ward extends TestPool {
  /** A further user pool in a process of its own. */
  another(options?: Parameters<typeof startTestPool>[0]): Promise<TestPool>
  /** A page on the healthy user pool, with other variables and more to look at. */
  onPool(others?: Record<string, string>, more?: ExaminationOptions): ExaminationOptions
  /** The same with an app client that has other settings. */
  withClient(
    settings: object,
    others?: Record<string, string>,
    more?: ExaminationOptions,
  ): Promise<ExaminationOptions>
  /** The address of the API of this repository, set up for the healthy user pool unless told otherwise. */
  api(settings?: Partial<Parameters<typeof startApi>[0]>): Promise<string>
  /** The address of an API that answers by the token alone, with CORS in order. */
  apiThat(answer: (token: string | undefined) => TestAnswer): Promise<string>
  /** The address of a server. */
  server(...answer: Parameters<typeof startTestServer>): Promise<string>
  close(): Promise<void>
}

/** What is ill, what to examine, and the codes that come of it. */
export type Illness = readonly [
  what: string,
  of: (ward: Ward) => ExaminationOptions | Promise<ExaminationOptions>,
  codes: readonly string[],
]

export const password = 'Genkan-2026'

/** Signs in as one of the seeded users. */
export const signIn = (email: string, secret = password): ExaminationOptions => ({
  signIn: { email, password: secret },
})

export async function openWard(): Promise<Ward> {
  const closing: { close(): Promise<void> }[] = []
  const kept = <Closable extends { close(): Promise<void> }>(one: Closable): Closable => {
    closing.push(one)
    return one
  }
  const another: Ward['another'] = async (options) => {
    const started = await startTestPool(options)
    kept(started.pool)
    return started
  }
  const healthy = await another()
  const { pool, newClient } = healthy
  const onPool: Ward['onPool'] = (others, more) => page(variables(pool, others), more)
  const server: Ward['server'] = async (answer) => kept(await startTestServer(answer)).url
  return {
    ...healthy,
    another,
    onPool,
    server,
    async withClient(settings, others, more) {
      return onPool({ NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: await newClient(settings), ...others }, more)
    },
    async api(settings) {
      const { userPoolId, clientId } = exampleSeed
      const issuer = `${pool.url}/${userPoolId}`
      const allowedOrigin = 'http://localhost:3000'
      return kept(await startApi({ port: 0, userPoolId, clientId, issuer, allowedOrigin, ...settings })).url
    },
    apiThat(answer) {
      const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' }
      return server(({ method, headers: { authorization } }) => {
        const token = authorization?.replace('Bearer ', '')
        const { headers, ...rest } = method === 'OPTIONS' ? { status: 204, headers: {} } : answer(token)
        return { ...rest, headers: { ...cors, ...headers } }
      })
    },
    async close() {
      await Promise.all(closing.map((one) => one.close()))
    },
  }
}
