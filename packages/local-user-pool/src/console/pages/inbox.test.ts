import { expect, test } from 'vitest'
import { testConsole } from '../../test-console.ts'
import { testPassword, testPool } from '../../test-pool.ts'

test('has each code as text and at a button that copies it, and says where the live list goes on', async () => {
  const pool = await testPool()
  await pool.call('SignUp', {
    ClientId: pool.clientId,
    Username: 'hanako@example.com',
    Password: testPassword,
  })
  const code = await pool.sent('hanako@example.com')
  const page = await testConsole(pool).page('inbox')
  expect(page).toContain(`<code>${code}</code> <button type="button" data-copy="${code}">Copy</button>`)
  expect(page).toContain('data-live="/_local/inbox" data-latest="1"')
  expect(page).toContain('<li data-id="1">')
})

test('shows the words that a trigger has given, and nothing of what they would do to the page', async () => {
  const pool = await testPool(
    {},
    {},
    {
      triggers: {
        CustomMessage: (event) => {
          const emailMessage = `<b>Welcome</b>\n${event.request.codeParameter}`
          return { ...event, response: { ...event.response, emailSubject: 'To Kyoto', emailMessage } }
        },
      },
    },
  )
  await pool.call('SignUp', {
    ClientId: pool.clientId,
    Username: 'hanako@example.com',
    Password: testPassword,
  })
  const code = await pool.sent('hanako@example.com')
  const page = await testConsole(pool).page('inbox')
  expect(page).toContain('<p class="subject">To Kyoto</p>')
  expect(page).toContain(`<p class="words">&lt;b&gt;Welcome&lt;/b&gt;\n${code}</p>`)
})
