import { exampleSeed } from '@genkan/local-user-pool'
import { type Answer, call } from './calls.ts'

const { userPoolId: UserPoolId } = exampleSeed
export const code = '246810'

/** Tokens of one sign-in, as their holder knows them; a rotation changes them. */
export interface Session {
  /** The app client: one that gives a rotated token no second chance, or one that gives it a minute. */
  readonly ClientId: string
  refreshToken: string
  accessToken: string
  /** The refresh token before the last acknowledged rotation, and when that was. */
  rotatedOut?: { readonly token: string; readonly at: number }
}

/** `lost`: it was rotated, and the answer that carried the new token did not come. */
export type Standing = 'live' | 'revoked' | 'lost'

/** What a person may rely on, once it was answered. */
export interface Truth {
  readonly status: 'absent' | 'UNCONFIRMED' | 'CONFIRMED'
  readonly password: string
  /** One that is no longer good. */
  readonly former?: string
  readonly name: string
  /** Whether a code for a new password is out, which was not used. */
  readonly mayReset: boolean
  readonly sessions: ReadonlyMap<Session, Standing>
}

/** Somebody who lives on, across restarts, deletions and new sign-ups; one connection alone speaks for them. */
export interface Person {
  readonly email: string
  truth: Truth
  /** A request that got no answer, when it was sent, and what is true where it took effect. */
  doubt?: { readonly kind: string; readonly at: number; readonly after: Truth }
  /** What an hour has five of, since they signed up. */
  spent: { changes: number; asked: number; resets: number }
}

export const perHour = 5

let count = 0
const next = () => (count += 1)
export const newPassword = () => `Genkan-${next()}!`
const unborn = (): Truth => ({
  status: 'absent',
  password: newPassword(),
  name: 'new',
  mayReset: false,
  sessions: new Map(),
})

export const newPerson = (): Person => ({
  email: `person-${next()}@example.com`,
  truth: unborn(),
  spent: { changes: 0, asked: 0, resets: 0 },
})

/** One thing that people do: what is sent, and what is true after it is answered. */
interface Deed {
  readonly kind: string
  readonly operation: string
  readonly input: object
  readonly after: Truth
  /** What the answer brings that is not known before. */
  learn?(answer: Answer): Truth
}

/** How likely it is, beside the others that are possible. */
type Possible = readonly [likelihood: number, deed: () => Deed]

export const any = <Item>(items: readonly Item[]): Item | undefined =>
  items[Math.floor(Math.random() * items.length)]

/** What this person may do next, by chance. */
function deedOf(person: Person, clients: readonly string[]): Deed {
  const { email: Username, truth } = person
  const [ClientId = ''] = clients
  if (truth.status === 'absent') {
    person.spent = { changes: 0, asked: 0, resets: 0 }
    const UserAttributes = [{ Name: 'name', Value: truth.name }]
    const input = { ClientId, Username, Password: truth.password, UserAttributes }
    return { kind: 'sign-up', operation: 'SignUp', input, after: { ...truth, status: 'UNCONFIRMED' } }
  }
  if (truth.status === 'UNCONFIRMED') {
    const input = { ClientId, Username, ConfirmationCode: code }
    const after: Truth = { ...truth, status: 'CONFIRMED' }
    return { kind: 'confirmation', operation: 'ConfirmSignUp', input, after }
  }
  const live = [...truth.sessions].flatMap(([session, standing]) => (standing === 'live' ? [session] : []))
  const session = any(live)
  const possible: readonly Possible[] = [
    [live.length < 3 ? 3 : 0, () => signIn(person, any(clients) ?? ClientId)],
    ...(session ? withSession(person, session) : []),
    ...withoutPassword(person, ClientId),
    [
      0.5,
      () => ({
        kind: 'deletion',
        operation: 'AdminDeleteUser',
        input: { UserPoolId, Username },
        after: unborn(),
      }),
    ],
  ]
  let point = Math.random() * possible.reduce((sum, [likelihood]) => sum + likelihood, 0)
  const chosen = possible.find(([likelihood]) => {
    point -= likelihood
    return point < 0
  })
  return chosen?.[1]() ?? signIn(person, ClientId)
}

export const signInInput = (ClientId: string, USERNAME: string, PASSWORD: string) => ({
  ClientId,
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME, PASSWORD },
})

function signIn({ email, truth }: Person, ClientId: string): Deed {
  return {
    kind: 'sign-in',
    operation: 'InitiateAuth',
    input: signInInput(ClientId, email, truth.password),
    after: truth,
    learn({ body: { AuthenticationResult: { RefreshToken = '', AccessToken = '' } = {} } }) {
      const begun: Session = { ClientId, refreshToken: RefreshToken, accessToken: AccessToken }
      // Of those that ended, the latest few are asked for further on.
      const all = [...truth.sessions]
      const ended = all.filter(([, standing]) => standing !== 'live').slice(-2)
      const sessions = [...all.filter(([, standing]) => standing === 'live'), ...ended]
      return { ...truth, sessions: new Map([...sessions, [begun, 'live']]) }
    },
  }
}

const changed = (truth: Truth): Truth => ({ ...truth, password: newPassword(), former: truth.password })

function withSession(person: Person, session: Session): readonly Possible[] {
  const { email: Username, truth, spent } = person
  const { ClientId, refreshToken, accessToken: AccessToken } = session
  const standing = (of: Iterable<Session>, now: Standing): Truth => ({
    ...truth,
    sessions: new Map([...truth.sessions, ...[...of].map((one) => [one, now] as const)]),
  })
  const rotation = (): Deed => ({
    kind: 'rotation',
    operation: 'GetTokensFromRefreshToken',
    input: { ClientId, RefreshToken: refreshToken },
    after: standing([session], 'lost'),
    learn({ body }) {
      rotated(session, body)
      return truth
    },
  })
  const revocation = (): Deed => ({
    kind: 'revocation',
    operation: 'RevokeToken',
    input: { ClientId, Token: refreshToken },
    after: standing([session], 'revoked'),
  })
  const signOut = (): Deed => ({
    kind: 'sign-out everywhere',
    operation: 'GlobalSignOut',
    input: { AccessToken },
    after: standing(truth.sessions.keys(), 'revoked'),
  })
  const passwordChange = (): Deed => {
    const after = changed(truth)
    const { password: ProposedPassword } = after
    const kind = 'password change'
    if (spent.changes++ < perHour) {
      const input = { AccessToken, PreviousPassword: truth.password, ProposedPassword }
      return { kind, operation: 'ChangePassword', input, after }
    }
    const input = { UserPoolId, Username, Password: ProposedPassword, Permanent: true }
    return { kind, operation: 'AdminSetUserPassword', input, after }
  }
  const attributeChange = (): Deed => {
    const name = `name ${next()}`
    const input = { AccessToken, UserAttributes: [{ Name: 'name', Value: name }] }
    return { kind: 'attribute change', operation: 'UpdateUserAttributes', input, after: { ...truth, name } }
  }
  return [
    [2, rotation],
    [1, revocation],
    [1, signOut],
    [1, passwordChange],
    [1, attributeChange],
  ]
}

function withoutPassword({ email: Username, truth, spent }: Person, ClientId: string): readonly Possible[] {
  const forgotten = (): Deed => {
    spent.asked += 1
    const after = { ...truth, mayReset: true }
    return { kind: 'forgotten password', operation: 'ForgotPassword', input: { ClientId, Username }, after }
  }
  const reset = (): Deed => {
    spent.resets += 1
    const after = { ...changed(truth), mayReset: false }
    const input = { ClientId, Username, Password: after.password, ConfirmationCode: code }
    return { kind: 'reset', operation: 'ConfirmForgotPassword', input, after }
  }
  return [
    [!truth.mayReset && spent.asked < perHour ? 1 : 0, forgotten],
    [truth.mayReset && spent.resets < perHour ? 2 : 0, reset],
  ]
}

export function rotated(session: Session, { AuthenticationResult: result }: Answer['body']): void {
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
  const { kind, operation, input, after, learn } = deedOf(person, clients)
  person.doubt = { kind, at: Date.now(), after }
  const answer = await call(url, operation, input)
  delete person.doubt
  if (answer.outcome === 'ok') {
    person.truth = learn?.(answer) ?? after
    return { kind }
  }
  const { message } = answer.body
  return { kind, fault: `${operation} of ${person.email} was refused: ${answer.outcome} ${message}` }
}
