import { exampleSeed } from '@genkan/local-user-pool'
import { type Answer, call } from './calls.ts'

const { userPoolId: UserPoolId } = exampleSeed
export const code = '246810'

/** Tokens of one sign-in, as their holder knows them; a rotation changes them. */
interface Session {
  /** The app client: one that gives a rotated token no second chance, or one that gives it a minute. */
  readonly ClientId: string
  refreshToken: string
  accessToken: string
  /** The refresh token before the last acknowledged rotation, and when that was. */
  rotatedOut?: { readonly token: string; readonly at: number }
}

/** `lost`: it was rotated, and the answer that carried the new token did not come. */
type Standing = 'live' | 'revoked' | 'lost'

/** What a person may rely on, once it was answered. */
interface Truth {
  readonly status: 'absent' | 'UNCONFIRMED' | 'CONFIRMED'
  readonly password: string
  /** One that is no longer good. */
  readonly former?: string
  readonly name: string
  readonly sessions: ReadonlyMap<Session, Standing>
}

export interface Person {
  readonly email: string
  truth: Truth
  /** What it is instead where the request that got no answer took effect. */
  doubt?: Truth
  /** What the doubt is about. */
  doubtOf?: string
  /** How often their password was changed by themselves: an hour has five. */
  changes: number
}

const signInInput = (ClientId: string, USERNAME: string, PASSWORD: string) => ({
  ClientId,
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME, PASSWORD },
})

let count = 0
const next = () => (count += 1)

export function newPerson(): Person {
  const truth: Truth = { status: 'absent', password: `Genkan-${next()}!`, name: 'new', sessions: new Map() }
  return { email: `person-${next()}@example.com`, truth, changes: 0 }
}

/** One thing that people do: what is sent, and what is true after it is answered. */
interface Deed {
  readonly kind: string
  readonly operation: string
  readonly input: object
  readonly after: Truth
  /** What the answer brings that is not known before. */
  learn?(answer: Answer): Truth
}

const any = <Item>(items: readonly Item[]): Item | undefined =>
  items[Math.floor(Math.random() * items.length)]

/** What this person may do next, by chance. */
function deedOf(person: Person, clients: readonly string[]): Deed {
  const { email: Username, truth } = person
  const [strict = ''] = clients
  const { password, sessions } = truth
  if (truth.status === 'absent') {
    const UserAttributes = [{ Name: 'name', Value: truth.name }]
    const input = { ClientId: strict, Username, Password: password, UserAttributes }
    return { kind: 'sign-up', operation: 'SignUp', input, after: { ...truth, status: 'UNCONFIRMED' } }
  }
  if (truth.status === 'UNCONFIRMED') {
    const input = { ClientId: strict, Username, ConfirmationCode: code }
    return {
      kind: 'confirmation',
      operation: 'ConfirmSignUp',
      input,
      after: { ...truth, status: 'CONFIRMED' },
    }
  }
  const live = [...sessions].filter(([, standing]) => standing === 'live').map(([session]) => session)
  const session = any(live)
  const standing = (of: readonly Session[], now: Standing): Truth => ({
    ...truth,
    sessions: new Map([...sessions, ...of.map((one) => [one, now] as const)]),
  })
  if (!session || (live.length < 3 && Math.random() < 0.2)) {
    const ClientId = any(clients) ?? strict
    return {
      kind: 'sign-in',
      operation: 'InitiateAuth',
      input: signInInput(ClientId, Username, password),
      after: truth,
      learn: ({ body }) => {
        const { RefreshToken = '', AccessToken = '' } = body.AuthenticationResult ?? {}
        return standing([{ ClientId, refreshToken: RefreshToken, accessToken: AccessToken }], 'live')
      },
    }
  }
  const newPassword = `Genkan-${next()}!`
  const changed = { ...truth, password: newPassword, former: password }
  const deeds: readonly (() => Deed)[] = [
    () => ({
      kind: 'rotation',
      operation: 'GetTokensFromRefreshToken',
      input: { ClientId: session.ClientId, RefreshToken: session.refreshToken },
      after: standing([session], 'lost'),
      learn: ({ body }) => {
        rotated(session, body)
        return truth
      },
    }),
    () => ({
      kind: 'revocation',
      operation: 'RevokeToken',
      input: { ClientId: session.ClientId, Token: session.refreshToken },
      after: standing([session], 'revoked'),
    }),
    () => ({
      kind: 'sign-out everywhere',
      operation: 'GlobalSignOut',
      input: { AccessToken: session.accessToken },
      after: standing([...sessions.keys()], 'revoked'),
    }),
    () => ({
      kind: 'password change',
      ...(person.changes++ < 4
        ? {
            operation: 'ChangePassword',
            input: {
              AccessToken: session.accessToken,
              PreviousPassword: password,
              ProposedPassword: newPassword,
            },
          }
        : {
            operation: 'AdminSetUserPassword',
            input: { UserPoolId, Username, Password: newPassword, Permanent: true },
          }),
      after: changed,
    }),
    () => {
      const Value = `name ${next()}`
      return {
        kind: 'attribute change',
        operation: 'UpdateUserAttributes',
        input: { AccessToken: session.accessToken, UserAttributes: [{ Name: 'name', Value }] },
        after: { ...truth, name: Value },
      }
    },
    () => ({
      kind: 'deletion',
      operation: 'AdminDeleteUser',
      input: { UserPoolId, Username },
      after: { ...truth, status: 'absent', sessions: new Map() },
    }),
  ]
  // Deletions last and least, or there would be nobody.
  const index = Math.random() < 0.03 ? deeds.length - 1 : Math.floor(Math.random() * (deeds.length - 1))
  return (deeds[index] ?? deeds[0])?.() as Deed
}

function rotated(session: Session, { AuthenticationResult: result }: Answer['body']): void {
  session.rotatedOut = { token: session.refreshToken, at: Date.now() }
  session.refreshToken = result?.RefreshToken ?? ''
  session.accessToken = result?.AccessToken ?? ''
}

/**
 * Lets a person do something. What was answered is their truth from then on; what got no answer is their doubt.
 *
 * @returns the kind of deed, and a fault where it was refused although it should not be
 */
export async function act(url: string, person: Person, clients: readonly string[]) {
  const deed = deedOf(person, clients)
  person.doubt = deed.after
  person.doubtOf = deed.kind
  const answer = await call(url, deed.operation, deed.input)
  if (answer.outcome === 'ok') person.truth = deed.learn?.(answer) ?? deed.after
  delete person.doubt
  const fault =
    answer.outcome === 'ok'
      ? undefined
      : `${deed.operation} of ${person.email} was refused: ${answer.outcome} ${answer.body.message}`
  return { kind: deed.kind, fault }
}

/** Settles a person's doubt by what is there; answers whether the unanswered request took effect, and what is wrong. */
export async function settle(url: string, person: Person, clients: readonly string[]) {
  const { doubt, truth } = person
  const wrong = await differences(url, person, truth, clients)
  delete person.doubt
  if (wrong.length === 0 || doubt === undefined) return { tookEffect: false, faults: wrong }
  const otherwise = await differences(url, person, doubt, clients)
  if (otherwise.length === 0) {
    person.truth = doubt
    return { tookEffect: true, faults: [] }
  }
  return {
    tookEffect: false,
    faults: [
      `${person.email}: a ${person.doubtOf} without an answer is half done: ${wrong[0]}; ${otherwise[0]}`,
    ],
  }
}

/** What is not as it should be for a person of whom this is true. */
async function differences(
  url: string,
  person: Person,
  truth: Truth,
  [strict = '']: readonly string[],
): Promise<string[]> {
  const { email: Username } = person
  const found = await call(url, 'AdminGetUser', { UserPoolId, Username })
  const status = found.outcome === 'UserNotFoundException' ? 'absent' : found.body.UserStatus
  if (status !== truth.status) return [`${Username} is ${status}, not ${truth.status}`]
  const signIn = (password: string) => call(url, 'InitiateAuth', signInInput(strict, Username, password))
  const wrong: string[] = []
  const expect = (what: string, { outcome }: Answer, expected: string) => {
    if (outcome !== expected) wrong.push(`${Username}: ${what} is answered by ${outcome}, not ${expected}`)
  }
  if (truth.status === 'absent') {
    expect('a sign-in of nobody', await signIn(truth.password), 'NotAuthorizedException')
    return wrong
  }
  const name = found.body.UserAttributes?.find(({ Name }) => Name === 'name')?.Value
  if (name !== truth.name) wrong.push(`${Username} is named ${name}, not ${truth.name}`)
  if (truth.former !== undefined) {
    expect('the former password', await signIn(truth.former), 'NotAuthorizedException')
  }
  const good = truth.status === 'CONFIRMED' ? 'ok' : 'UserNotConfirmedException'
  expect('the password', await signIn(truth.password), good)
  for (const [session, standing] of truth.sessions) {
    const { rotatedOut } = session
    const refreshed = await call(url, 'GetTokensFromRefreshToken', {
      ClientId: session.ClientId,
      RefreshToken: session.refreshToken,
    })
    if (standing === 'live') expect('a refresh token', refreshed, 'ok')
    if (standing === 'revoked') expect('a revoked refresh token', refreshed, 'NotAuthorizedException')
    // With a grace period, the lost answer can be asked for again.
    if (standing === 'lost') {
      const isStrict = session.ClientId === strict
      expect('a rotated refresh token', refreshed, isStrict ? 'RefreshTokenReuseException' : 'ok')
    }
    const user = await call(url, 'GetUser', { AccessToken: session.accessToken })
    expect('its access token', user, standing === 'revoked' ? 'NotAuthorizedException' : 'ok')
    if (refreshed.outcome === 'ok') rotated(session, refreshed.body)
    if (standing === 'live' && rotatedOut) {
      const again = await call(url, 'GetTokensFromRefreshToken', {
        ClientId: session.ClientId,
        RefreshToken: rotatedOut.token,
      })
      const isLate = session.ClientId === strict
      if (isLate || Date.now() - rotatedOut.at < 50_000) {
        expect('a rotated-out refresh token', again, isLate ? 'RefreshTokenReuseException' : 'ok')
      }
    }
  }
  return wrong
}

/** What is wrong with refresh tokens whose minute of grace is over, when it is. */
export async function afterGrace(url: string, people: readonly Person[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { email, truth } of people) {
    for (const [{ ClientId, rotatedOut }, standing] of truth.sessions) {
      if (standing !== 'live' || !rotatedOut) continue
      const input = { ClientId, RefreshToken: rotatedOut.token }
      const { outcome } = await call(url, 'GetTokensFromRefreshToken', input)
      if (outcome !== 'RefreshTokenReuseException') {
        wrong.push(`${email}: a refresh token after its grace is answered by ${outcome}`)
      }
    }
  }
  return wrong
}
