import { describe, expect, test } from 'vitest'
import { cameBack, poolWithGoogle, signedInAs, taro, throughGoogle } from '../test-google.ts'
import { locationOf, oauthClient, oauthPool, requestOf, returned, TestBrowser } from '../test-oauth.ts'

describe('somebody of a provider', () => {
  test('becomes a user of their own, who follows what the provider says', async () => {
    const pool = await poolWithGoogle()
    const location = await cameBack(pool, taro)
    expect(location.searchParams.get('state')).toBe('s')
    expect(await signedInAs(pool, location)).toMatchObject({
      'cognito:username': 'Google_42',
      'cognito:groups': [`${pool.userPoolId}_Google`],
      email: 'taro@gmail.com',
      name: '太郎',
      identities: [{ userId: '42', providerName: 'Google', providerType: 'Google', primary: 'true' }],
    })
    expect(await pool.user('Google_42')).toMatchObject({ status: 'EXTERNAL_PROVIDER', enabled: true })
    const again = await cameBack(pool, { ...taro, name: '田中 太郎' })
    expect(await signedInAs(pool, again)).toMatchObject({
      'cognito:username': 'Google_42',
      name: '田中 太郎',
    })
  })

  test('is not the user who has the same e-mail address', async () => {
    const pool = await poolWithGoogle()
    const hanako = await pool.user('hanako@example.com')
    const { sub } = await signedInAs(pool, await cameBack(pool, { ...taro, email: 'hanako@example.com' }))
    expect(sub).not.toBe(hanako.attributes.sub)
    expect((await pool.user('hanako@example.com')).username).toBe(hanako.username)
  })

  test('is the user whom they are linked to, by who they are or by another claim', async () => {
    const pool = await poolWithGoogle()
    const link = (ProviderAttributeName: string, ProviderAttributeValue: string) =>
      pool.call('AdminLinkProviderForUser', {
        UserPoolId: pool.userPoolId,
        DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'hanako@example.com' },
        SourceUser: { ProviderName: 'Google', ProviderAttributeName, ProviderAttributeValue },
      })
    await link('Cognito_Subject', '7')
    await link('email', 'hana@gmail.com')
    const { sub } = (await pool.user('hanako@example.com')).attributes
    const bySub = await cameBack(pool, { sub: '7', email: 'whatever@gmail.com' })
    expect((await signedInAs(pool, bySub)).sub).toBe(sub)
    const byEmail = await cameBack(pool, { sub: '8', email: 'hana@gmail.com' })
    expect((await signedInAs(pool, byEmail)).sub).toBe(sub)
    const asName = await cameBack(pool, { sub: '9', email: 'x@gmail.com', name: '7' })
    expect((await signedInAs(pool, asName)).sub).not.toBe(sub)
  })

  test('has a session at the pool then', async () => {
    const pool = await poolWithGoogle()
    const browser = new TestBrowser(pool)
    await cameBack(pool, taro, browser)
    const again = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, { prompt: 'none' })))
    expect(await signedInAs(pool, again)).toMatchObject({ 'cognito:username': 'Google_42' })
  })

  test('is found by an identifier of the provider too', async () => {
    const pool = await poolWithGoogle()
    const location = await cameBack(pool, taro, undefined, { idp_identifier: 'gmail.com' })
    expect(location.searchParams.has('code')).toBe(true)
  })
})

describe('by whatever name the pool is reached', () => {
  test.each([
    ['https://shop.localhost:9443', 'https://shop.localhost:9443'],
    ['https://shop.localhost:9443', 'https://localhost:9443'],
    ['https://localhost:9443', 'https://127.0.0.1:9443'],
  ])('a pool whose domain is %s lets somebody in who comes to %s', async (domainEndpoint, at) => {
    const pool = await poolWithGoogle({ domainEndpoint })
    const browser = new TestBrowser(pool)
    let page = new URL(`${at}/oauth2/authorize?${new URLSearchParams(requestOf(pool, throughGoogle))}`)
    while (page.pathname === '/oauth2/authorize') page = locationOf(await browser.get(page.href))
    expect([page.origin, page.pathname]).toEqual([domainEndpoint, '/_local/identity-provider'])
    const answer = await browser.submit(page.href, taro)
    const back = locationOf(await browser.get(answer.headers.get('location') ?? ''))
    expect(await signedInAs(pool, back)).toMatchObject({ 'cognito:username': 'Google_42' })
  })
})

describe('triggers', () => {
  test('PreSignUp and PostConfirmation are asked at the first sign-in, PostAuthentication at later ones', async () => {
    const asked: string[] = []
    const note = <Event extends { triggerSource: string }>(event: Event) => {
      asked.push(event.triggerSource)
      return event
    }
    const pool = await poolWithGoogle({
      triggers: {
        PreSignUp: note,
        PostConfirmation: note,
        PreAuthentication: note,
        PostAuthentication: note,
        PreTokenGeneration: note,
      },
    })
    asked.length = 0
    await signedInAs(pool, await cameBack(pool, taro))
    await signedInAs(pool, await cameBack(pool, taro))
    expect(asked).toEqual([
      'PreSignUp_ExternalProvider',
      'PostConfirmation_ConfirmSignUp',
      'TokenGeneration_HostedAuth',
      'PostAuthentication_Authentication',
      'TokenGeneration_HostedAuth',
    ])
  })

  test('a PreSignUp that refuses keeps them out, and the client is told its words', async () => {
    const pool = await poolWithGoogle({
      triggers: {
        PreSignUp(event) {
          if (event.triggerSource === 'PreSignUp_ExternalProvider') throw new Error('Not you.')
          return event
        },
      },
    })
    const { searchParams } = await cameBack(pool, taro)
    expect(Object.fromEntries(searchParams)).toEqual({
      error: 'invalid_request',
      error_description: 'PreSignUp failed with error Not you..',
      state: 's',
    })
  })

  test('a PreSignUp that links them makes the first sign-in fail as on AWS, and the next one that of the user', async () => {
    let link = async () => {}
    const pool = await poolWithGoogle({
      triggers: {
        async PreSignUp(event) {
          await link()
          return event
        },
      },
    })
    link = async () => {
      await pool.call('AdminLinkProviderForUser', {
        UserPoolId: pool.userPoolId,
        DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'hanako@example.com' },
        SourceUser: {
          ProviderName: 'Google',
          ProviderAttributeName: 'Cognito_Subject',
          ProviderAttributeValue: '42',
        },
      })
    }
    const first = await cameBack(pool, taro)
    expect(first.searchParams.get('error_description')).toBe('Already found an entry for username Google_42')
    const { sub } = (await pool.user('hanako@example.com')).attributes
    expect((await signedInAs(pool, await cameBack(pool, taro))).sub).toBe(sub)
  })
})

describe('the client is told', () => {
  test('that whoever was asked has cancelled', async () => {
    const pool = await poolWithGoogle()
    const browser = new TestBrowser(pool)
    const page = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, throughGoogle)))
    const text = await (await browser.get(page.href)).text()
    const href = /<a href="([^"]*error=access_denied[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { searchParams } = locationOf(await browser.get(href))
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual(['access_denied', 's'])
  })

  test('that the provider says too little for the pool', async () => {
    const strict = await oauthPool(
      { SupportedIdentityProviders: ['Google'] },
      { Schema: [{ Name: 'email', AttributeDataType: 'String', Required: true }] },
    )
    await strict.call('CreateIdentityProvider', {
      UserPoolId: strict.userPoolId,
      ProviderName: 'Google',
      ProviderType: 'Google',
      ProviderDetails: {},
    })
    const { searchParams } = await cameBack(strict, taro)
    expect(searchParams.get('error_description')).toBe('attributes required: [email]')
  })

  test('that the user is disabled', async () => {
    const pool = await poolWithGoogle()
    await cameBack(pool, taro)
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: 'Google_42' })
    const { searchParams } = await cameBack(pool, taro)
    expect(searchParams.get('error_description')).toBe('User is disabled.')
  })

  test('that it does not support the provider, or the pool’s own users', async () => {
    const pool = await poolWithGoogle()
    const asked = async (query: Record<string, string>) =>
      locationOf(await new TestBrowser(pool).get('/oauth2/authorize', requestOf(pool, query)))
    const { searchParams } = await asked({ identity_provider: 'Facebook' })
    expect(searchParams.get('error')).toBe('invalid_request')
    const { SupportedIdentityProviders: _, ...unsaid } = oauthClient
    for (const settings of [{ ...unsaid, SupportedIdentityProviders: ['Google'] }, unsaid]) {
      const { ClientId: client_id } = await pool.client(settings)
      const own = await asked({ client_id, identity_provider: 'COGNITO' })
      expect(own.searchParams.get('error')).toBe('invalid_request')
    }
  })

  test('nothing of a session that began by a provider that it does not support', async () => {
    const pool = await poolWithGoogle()
    const clientOf = async (...SupportedIdentityProviders: string[]) =>
      (await pool.client({ ...oauthClient, SupportedIdentityProviders })).ClientId
    const [own, google] = [await clientOf('COGNITO'), await clientOf('Google')]
    const asked = async (browser: TestBrowser, client_id: string) =>
      locationOf(await browser.get('/oauth2/authorize', requestOf(pool, { client_id })))
    const taros = new TestBrowser(pool)
    await cameBack(pool, taro, taros)
    expect((await asked(taros, own)).pathname).toBe('/login')
    expect((await asked(taros, google)).searchParams.has('code')).toBe(true)
    const hanakos = new TestBrowser(pool)
    await returned(pool, {}, hanakos)
    expect((await asked(hanakos, google)).pathname).toBe('/_local/identity-provider')
    expect((await asked(hanakos, own)).searchParams.has('code')).toBe(true)
  })
})

describe('nobody is let in', () => {
  const isError = async (browser: TestBrowser, query: Record<string, string>) =>
    expect(locationOf(await browser.get('/oauth2/idpresponse', query)).pathname).toBe('/error')

  test('in another browser than the one that began', async () => {
    const pool = await poolWithGoogle()
    const browser = new TestBrowser(pool)
    const page = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, throughGoogle)))
    const answer = await browser.submit(page.href, taro)
    const back = new URL(answer.headers.get('location') ?? '')
    await isError(new TestBrowser(pool), Object.fromEntries(back.searchParams))
    expect(locationOf(await browser.get(back.href)).searchParams.has('code')).toBe(true)
  })

  test('a second time, too late, or for an answer that nobody asked for', async () => {
    const pool = await poolWithGoogle()
    const browser = new TestBrowser(pool)
    const begin = async () => {
      const page = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, throughGoogle)))
      const answer = await browser.submit(page.href, taro)
      return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams)
    }
    const [first, late] = [await begin(), await begin()]
    const accepted = locationOf(await browser.get('/oauth2/idpresponse', first))
    expect(accepted.searchParams.has('code')).toBe(true)
    await isError(browser, first)
    pool.wait({ minutes: 15 })
    await isError(browser, late)
    await isError(browser, { code: 'c', state: 'nonsense' })
    await isError(browser, {})
  })

  test('by what was picked for another provider', async () => {
    const pool = await poolWithGoogle()
    await pool.call('CreateIdentityProvider', {
      UserPoolId: pool.userPoolId,
      ProviderName: 'Facebook',
      ProviderType: 'Facebook',
      ProviderDetails: {},
    })
    const { ClientId } = await pool.client({
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://app.example.com/callback'],
      SupportedIdentityProviders: ['Facebook'],
    })
    const browser = new TestBrowser(pool)
    const google = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, throughGoogle)))
    const facebook = locationOf(
      await browser.get('/oauth2/authorize', requestOf(pool, { client_id: ClientId })),
    )
    const picked = await browser.submit(google.href, taro)
    const code = new URL(picked.headers.get('location') ?? '').searchParams.get('code') ?? ''
    const state = facebook.searchParams.get('state') ?? ''
    const { searchParams } = locationOf(await browser.get('/oauth2/idpresponse', { code, state }))
    expect(searchParams.get('error')).toBe('invalid_request')
  })
})
