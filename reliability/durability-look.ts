import { exampleSeed } from '@genkan/local-user-pool'
import { type Answer, call } from './calls.ts'
import {
  newPassword,
  type Person,
  perHour,
  rotated,
  type Session,
  type Standing,
  signInInput,
  type Truth,
} from './durability-people.ts'

const { userPoolId: UserPoolId } = exampleSeed

/** Settles a person's doubt by what is there; answers whether the unanswered request took effect, and what is wrong. */
export async function settle(url: string, person: Person, clients: readonly string[]) {
  const { doubt, truth } = person
  const wrong = await differences(url, person, truth, clients)
  const otherwise = wrong.length > 0 && doubt ? await differences(url, person, doubt.after, clients) : wrong
  delete person.doubt
  if (wrong.length === 0 || !doubt) return { tookEffect: false, faults: wrong }
  if (otherwise.length === 0) {
    person.truth = doubt.after
    return { tookEffect: true, faults: [] }
  }
  const halves = `${wrong[0]}; ${otherwise[0]}`
  return {
    tookEffect: false,
    faults: [`${person.email}: a ${doubt.kind} without an answer is half done: ${halves}`],
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
  // A wrong code is told apart from none; that is a try, too.
  const isAboutCodes = person.doubt && /password|reset/.test(person.doubt.kind)
  if (truth.status === 'CONFIRMED' && person.spent.resets < (isAboutCodes ? perHour : 2)) {
    person.spent.resets += 1
    const input = { ClientId: strict, Username, Password: newPassword(), ConfirmationCode: '000000' }
    const refused = await call(url, 'ConfirmForgotPassword', input)
    const expected = truth.mayReset ? 'CodeMismatchException' : 'ExpiredCodeException'
    expect('a wrong code for a new password', refused, expected)
  }
  for (const [session, standing] of truth.sessions) {
    wrong.push(...(await differencesOf(url, session, standing, session.ClientId === strict, person)))
  }
  return wrong
}

/** Shorter than the minute of grace by what a busy machine takes to ask. */
const surelyInGrace = 40_000

async function differencesOf(
  url: string,
  session: Session,
  standing: Standing,
  isStrict: boolean,
  { email, doubt }: Person,
): Promise<string[]> {
  const { ClientId, rotatedOut } = session
  const wrong: string[] = []
  const expect = (what: string, { outcome }: Answer, expected: string) => {
    if (outcome !== expected) wrong.push(`${email}: ${what} is answered by ${outcome}, not ${expected}`)
  }
  const refresh = (RefreshToken: string) => call(url, 'GetTokensFromRefreshToken', { ClientId, RefreshToken })
  const refreshed = await refresh(session.refreshToken)
  if (standing === 'live') expect('a refresh token', refreshed, 'ok')
  if (standing === 'revoked') expect('a revoked refresh token', refreshed, 'NotAuthorizedException')
  // With a grace period, the lost answer can be asked for again.
  if (standing === 'lost' && (isStrict || (doubt && Date.now() - doubt.at < surelyInGrace))) {
    expect('a rotated refresh token', refreshed, isStrict ? 'RefreshTokenReuseException' : 'ok')
  }
  const user = await call(url, 'GetUser', { AccessToken: session.accessToken })
  expect('its access token', user, standing === 'revoked' ? 'NotAuthorizedException' : 'ok')
  if (refreshed.outcome === 'ok') rotated(session, refreshed.body)
  if (standing === 'live' && rotatedOut) {
    const again = await refresh(rotatedOut.token)
    if (isStrict || Date.now() - rotatedOut.at < surelyInGrace) {
      expect('a rotated-out refresh token', again, isStrict ? 'RefreshTokenReuseException' : 'ok')
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
