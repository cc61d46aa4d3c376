import { createLocalUserPool, exampleSeed } from '@genkan/local-user-pool'
import { expect, onTestFinished, test } from 'vitest'
import { allowReturnTo } from './return-address.ts'

const { clientId } = exampleSeed

test('the hosted page sends back to an address that was not known when the data began, and to those that were', async () => {
  const pool = createLocalUserPool({ endpoint: 'http://localhost:9339', seed: exampleSeed })
  onTestFinished(() => pool.close())
  const leadsTo = async (path: string, parameters: Record<string, string>) => {
    const query = new URLSearchParams({ client_id: clientId, ...parameters })
    const response = await pool.fetch(new Request(`http://localhost:9339${path}?${query}`))
    return response.headers.get('location') ?? ''
  }
  const authorize = (redirect_uri: string) =>
    leadsTo('/oauth2/authorize', { redirect_uri, response_type: 'code', scope: 'openid email profile' })

  expect(await authorize('http://localhost:3001/')).toContain('redirect_mismatch')
  await allowReturnTo('http://localhost:3001/', pool)
  await allowReturnTo('http://localhost:3001/', pool)
  for (const address of ['http://localhost:3000/', 'http://localhost:3001/']) {
    expect(await authorize(address)).toMatch(/^\/login\?/)
    expect(await leadsTo('/logout', { logout_uri: address })).toBe(address)
  }
})
