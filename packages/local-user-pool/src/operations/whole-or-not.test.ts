import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import { exampleSeed, type Seed } from '../seed.ts'

const { userPoolId: UserPoolId, clientId: ClientId } = exampleSeed

/** A pool whose requests can be made to break off after so many looks at the clock and draws of random bytes. */
function breakable(seed: Seed) {
  let left = Number.POSITIVE_INFINITY
  const step = () => {
    left -= 1
    if (left < 0) throw new Error('broken off')
  }
  const pool = createLocalUserPool({
    seed,
    random(bytes) {
      step()
      return randomBytes(bytes)
    },
    clock() {
      step()
      return Date.now()
    },
    onBug: () => {},
  })
  /** Answers undefined where it is refused. */
  const call = async (operation: string, body: object, steps = Number.POSITIVE_INFINITY) => {
    const headers = {
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256',
    }
    const request = { method: 'POST', headers, body: JSON.stringify(body) }
    left = steps
    const response = await pool.fetch(new Request('http://localhost:9339/', request))
    left = Number.POSITIVE_INFINITY
    return (response.ok ? await response.json() : undefined) as Answer | undefined
  }
  const sentTo = async (address: string) => {
    const inbox = await pool.fetch(new Request(`http://localhost:9339/_local/inbox?to=${address}`))
    return ((await inbox.json()) as { items: unknown[] }).items.length
  }
  return { call, sentTo, close: () => pool.close() }
}

interface Answer {
  readonly AuthenticationResult?: { readonly AccessToken: string }
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value: string }[]
}

const Username = 'newcomer@example.com'
const UserAttributes = [{ Name: 'name', Value: '新人' }]

test.each([
  ['SignUp', { ClientId, Username, Password: 'Genkan-2026', UserAttributes }],
  ['AdminCreateUser', { UserPoolId, Username, TemporaryPassword: 'Genkan-2026', UserAttributes }],
])('%s makes a user and sends the message, or does neither, wherever it breaks off', async (name, input) => {
  const { call, sentTo, close } = breakable(exampleSeed)
  let isThere = false
  let steps = 0
  for (; !isThere; steps += 1) {
    await call(name, input, steps)
    isThere = (await call('AdminGetUser', { UserPoolId, Username })) !== undefined
    expect(await sentTo(Username)).toBe(Number(isThere))
  }
  expect(steps).toBeGreaterThan(4)
  close()
})

const verifiesFirst = {
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
}

test.each([
  ['UpdateUserAttributes', 'counts at once', {}],
  ['UpdateUserAttributes', 'is verified first', verifiesFirst],
  ['AdminUpdateUserAttributes', 'counts at once', {}],
  ['AdminUpdateUserAttributes', 'is verified first', verifiesFirst],
])(
  '%s changes what it is told and sends the code, or does neither, where an address %s',
  async (name, _, settings) => {
    const { call, sentTo, close } = breakable({
      ...exampleSeed,
      userPool: { ...exampleSeed.userPool, ...settings } as Seed['userPool'],
      client: { ...exampleSeed.client, ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
    })
    const email = 'hanako@example.com'
    const AuthParameters = { USERNAME: email, PASSWORD: 'Genkan-2026' }
    const signIn = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
    const { AccessToken = '' } = (await call('InitiateAuth', signIn))?.AuthenticationResult ?? {}
    const asked = async () => (await call('GetUser', { AccessToken }))?.UserAttributes ?? []
    const sub = (await asked()).find((attribute) => attribute.Name === 'sub')?.Value
    const whose = name === 'UpdateUserAttributes' ? { AccessToken } : { UserPoolId, Username: sub }
    const change = [...UserAttributes, { Name: 'email', Value: 'new@example.com' }]
    let isChanged = false
    let steps = 0
    for (; !isChanged; steps += 1) {
      await call(name, { ...whose, UserAttributes: change }, steps)
      isChanged = (await asked()).some((attribute) => attribute.Value === '新人')
      expect(await sentTo('new@example.com')).toBe(Number(isChanged))
    }
    expect(steps).toBeGreaterThan(3)
    close()
  },
)
