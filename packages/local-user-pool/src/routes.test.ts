import { expect, onTestFinished, test } from 'vitest'
import { createLocalUserPool } from './pool.ts'
import { exampleSeed } from './seed.ts'

const login = new URLSearchParams({
  client_id: exampleSeed.clientId,
  response_type: 'code',
  redirect_uri: 'http://localhost:3000/',
})

test.each(['/_local/clock', `/login?${login}`])(
  'a bug in %s, which is loaded when it is asked for, is told, and no more of it answered',
  async (path) => {
    let isBroken = false
    const bug = new Error('The clock has stopped.')
    const bugs: unknown[] = []
    const pool = createLocalUserPool({
      seed: exampleSeed,
      clock() {
        if (isBroken) throw bug
        return Date.now()
      },
      onBug: (...told) => bugs.push(told),
    })
    onTestFinished(() => pool.close())
    isBroken = true
    const response = await pool.fetch(new Request(`http://localhost:9339${path}`))
    expect([response.status, await response.text()]).toEqual([500, 'Internal error.'])
    expect(bugs).toEqual([['(no operation)', bug]])
  },
)
