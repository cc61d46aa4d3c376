import { headerOf, type Pair } from './pairs.ts'
import type { Run } from './run.ts'
import { callback, firstPassword, signedOut, type World } from './world.ts'

/** The address of an endpoint or a page as a client sends somebody there. */
export function queryOf({ chance, inputs }: Run, { ClientId, confidential }: World, path: string): Pair[] {
  const client_id = chance.is(0.7) ? ClientId : confidential.ClientId
  if (path === '/oauth2/idpresponse') return Object.entries({ code: 'a', state: inputs.hostileText('a') })
  if (path === '/logout' && chance.is(0.5)) return Object.entries({ client_id, logout_uri: signedOut })
  return Object.entries({
    client_id,
    redirect_uri: callback,
    response_type: chance.is(0.8) ? 'code' : 'token',
    ...(chance.is(0.3) && { scope: 'openid email' }),
    ...(chance.is(0.2) && { state: inputs.hostileText('a') }),
    ...(chance.is(0.1) && { nonce: inputs.hostileText('a') }),
    ...(chance.is(0.1) && { prompt: chance.pick(['none', 'login', 'select_account', 'login none']) }),
    ...(chance.is(0.1) && { lang: chance.pick(['ja', 'en', 'xx']) }),
    ...(chance.is(0.05) && { login_hint: inputs.hostileText('a') }),
    ...(chance.is(0.05) && { resource: inputs.hostileText('https://api.example') }),
    ...(chance.is(0.05) && { identity_provider: 'Google' }),
  })
}

/** What is sent there: by a person, with what the page that they saw had hidden in it, or by a client. */
export function formOf({ chance, inputs, known }: Run, world: World, path: string, csrf: string): Pair[] {
  const { ClientId: client_id, machine, people } = world
  const person = chance.pick(people)
  const hidden = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, known.any(`field ${name}`) ?? inputs.hostileText('')]))
  const user = { username: person?.email ?? '', _csrf: csrf }
  const refresh_token = known.any('oauth refresh token') ?? 'a'
  const ofMachine = {
    grant_type: 'client_credentials',
    client_id: machine.ClientId,
    client_secret: machine.ClientSecret,
  }
  const forms: Readonly<Record<string, () => readonly Record<string, string>[]>> = {
    '/oauth2/token': () => [
      {
        grant_type: 'authorization_code',
        client_id,
        code: known.any('oauth code') ?? 'a',
        redirect_uri: callback,
      },
      { grant_type: 'refresh_token', client_id, refresh_token },
      { ...ofMachine, scope: 'api/read' },
      { ...ofMachine, aws_client_metadata: inputs.hostileText('{"a":"b"}') },
    ],
    '/oauth2/revoke': () => [{ token: refresh_token, client_id }],
    '/login': () => [
      { ...user, password: person?.password ?? '' },
      { ...user, password: inputs.hostileText(person?.password) },
      { ...user, ...hidden('challenge', 'session', 'parameters'), code: '123456', answer: 'PASSWORD' },
      {
        _csrf: csrf,
        action: chance.pick(['continue', 'another', 'resend', 'choose']),
        ...hidden('sub', 'session', 'challenge'),
      },
    ],
    '/signup': () => [
      {
        ...user,
        password: firstPassword,
        'userAttributes.email': inputs.hostileText('a@example.com'),
        'userAttributes.__proto__': 'a',
      },
    ],
  }
  const others = () => [
    {
      ...user,
      code: '123456',
      password: firstPassword,
      ...hidden('session'),
      action: chance.pick(['', 'resend']),
    },
  ]
  return Object.entries(chance.pick((forms[path] ?? others)()))
}

/** Headers of which one is not as a browser or a client sends it. */
export function oddHeaders(run: Run, world: World, cookie: string): Record<string, string> {
  const { chance, inputs, known } = run
  const token = known.any('oauth access token') ?? known.any('access token') ?? ''
  const { ClientId, ClientSecret } = world.confidential
  const basic = Buffer.from(inputs.hostileText(`${ClientId}:${ClientSecret}`)).toString('base64')
  const types = [
    'application/json',
    'multipart/form-data; boundary=a',
    'multipart/form-data',
    'text/plain',
    'APPLICATION/X-WWW-FORM-URLENCODED;charset=x',
  ]
  return chance.pick<Record<string, string>>([
    { authorization: `Bearer ${token}` },
    { authorization: headerOf(`Bearer ${inputs.hostileText(token)}`) },
    { authorization: `Basic ${basic}` },
    { authorization: headerOf(inputs.hostileText('Basic YTpi')) },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { 'accept-language': headerOf(inputs.hostileText('ja;q=0.5')) },
    { 'content-type': chance.pick(types) },
    { cookie: headerOf(inputs.hostileText(cookie)) },
    { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
  ])
}
