import { expect, test } from 'vitest'
import { locationOf, oauthPool, post, requestOf, TestBrowser, tokenAnswer } from '../test-oauth.ts'

test('a form that is too large is refused, and is no bug', async () => {
  const pool = await oauthPool()
  const response = await post(pool, '/oauth2/token', { code: 'x'.repeat(70 * 1024) })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ error: 'invalid_request' })
})

/** RFC 6749, sections 4.1.2.1 and 5.2. */
const describable = /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/

test('a description keeps to the letters that OAuth 2.0 allows, whatever was asked', async () => {
  const pool = await oauthPool()
  const hostile = 'a"b\\c\r\nü<script>🚪'
  const inBody = await tokenAnswer(pool, { client_id: hostile, grant_type: 'refresh_token' })
  expect(inBody.error_description).toMatch(describable)
  const twice = await pool.fetch(
    new Request('https://localhost:9443/oauth2/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams([
        [hostile, 'a'],
        [hostile, 'b'],
      ]).toString(),
    }),
  )
  expect(((await twice.json()) as { error_description: string }).error_description).toMatch(describable)
  const browser = new TestBrowser(pool)
  const inAddress = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, { scope: hostile })))
  expect(inAddress.searchParams.get('error_description')).toMatch(describable)
})
