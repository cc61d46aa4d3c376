import { describe, expect, test } from 'vitest'
import { type Event, initialState, next, type State } from './machine'
import type { Session } from './session/session'

const session: Session = {
  username: 'hanako@example.com',
  userId: 'sub',
  idToken: { jwt: 'id', payload: {} },
  accessToken: { jwt: 'access', payload: {} },
  expiresAt: 0,
}
const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const expired = {
  name: 'NotAuthorizedException',
  message: 'Invalid session for the user, session is expired.',
}

function after(...events: Event[]): State {
  return events.reduce(next, initialState)
}

const asked: Event = { type: 'restored', attempt: 0 }
const submitted: Event = { type: 'submitted', username: 'hanako@example.com' }
const signedIn: Event = { type: 'advanced', attempt: 1, outcome: { to: 'signedIn', session } }

describe('restoring', () => {
  test('shows no form before it is known who is here', () => {
    expect(initialState.name).toBe('restoring')
  })

  test('ends signed in where a session is found', () => {
    expect(after({ type: 'restored', attempt: 0, session })).toEqual({
      name: 'signedIn',
      attempt: 0,
      session,
    })
  })

  test('asks for the sign-in with the e-mail address that was remembered', () => {
    const state = after({ type: 'restored', attempt: 0, username: 'a@example.com' })
    expect(state).toMatchObject({ name: 'asking', step: { name: 'SIGN_IN', username: 'a@example.com' } })
  })

  test('says so where there was a session that has ended', () => {
    const state = after({ type: 'sessionEnded', attempt: 0, notice: 'sessionExpired' })
    expect(state).toMatchObject({ name: 'asking', step: { name: 'SIGN_IN' }, notice: 'sessionExpired' })
  })

  test('stays where it is without a network, and can be tried again', () => {
    const failed = after({ type: 'failed', attempt: 0, failure: { name: 'NetworkError', message: '' } })
    expect(failed).toMatchObject({ name: 'restoring', failure: { name: 'NetworkError' } })
    expect(next(failed, { type: 'submitted' })).toEqual({ name: 'restoring', attempt: 1 })
  })

  test('cannot be tried again before it has failed', () => {
    expect(next(initialState, { type: 'submitted' })).toBe(initialState)
  })

  test('need not be waited for by whoever goes to a form', () => {
    expect(after({ type: 'goTo', step: { name: 'SIGN_UP' } })).toEqual({
      name: 'asking',
      attempt: 1,
      step: { name: 'SIGN_UP' },
      busy: false,
    })
  })
})

describe('a challenge that was under way when the page was left', () => {
  const step = { name: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE', username: 'a@example.com', expiresAt: 1 } as const

  test('is asked for again', () => {
    expect(next(initialState, { type: 'restored', attempt: 0, step })).toMatchObject({ name: 'asking', step })
  })

  test('and is over now leads to the sign-in, e-mail address kept', () => {
    const over = { type: 'restored', attempt: 0, username: 'a@example.com', failure: expired } as const
    expect(next(initialState, over)).toMatchObject({
      step: { name: 'SIGN_IN', username: 'a@example.com' },
      failure: expired,
    })
  })

  test('means nothing to somebody who is signed in', () => {
    const event = { type: 'restored', attempt: 0, session, step } as const
    expect(next(initialState, event)).toMatchObject({ name: 'signedIn' })
  })
})

describe('submitting', () => {
  test('is busy, and keeps the e-mail address that was typed', () => {
    expect(after(asked, submitted)).toMatchObject({ busy: true, step: { username: 'hanako@example.com' } })
  })

  test('a second time while an answer is awaited changes nothing at all', () => {
    const busy = after(asked, submitted)
    expect(next(busy, submitted)).toBe(busy)
  })

  test('takes away the failure and the notice of the attempt before', () => {
    const failed = after(asked, submitted, { type: 'failed', attempt: 1, failure: incorrect })
    expect(failed).toMatchObject({ busy: false, failure: incorrect })
    expect(next(failed, submitted)).not.toHaveProperty('failure')
  })
})

describe('an answer', () => {
  test('signs in', () => {
    expect(after(asked, submitted, signedIn)).toMatchObject({ name: 'signedIn', session })
  })

  test('leads to the next step', () => {
    const outcome = { to: 'step', step: { name: 'CONFIRM_SIGN_UP' }, notice: 'codeSent' } as const
    const state = after(asked, submitted, { type: 'advanced', attempt: 1, outcome })
    expect(state).toMatchObject({
      name: 'asking',
      busy: false,
      ...{ step: outcome.step, notice: 'codeSent' },
    })
  })

  test('may lead to another step because one way did not work, and says so there', () => {
    const failure = { name: 'PasskeyAuthenticationCanceled', message: '' }
    const step = { name: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION' } as const
    const outcome = { to: 'step', step, failure } as const
    const state = after(asked, submitted, { type: 'advanced', attempt: 1, outcome })
    expect(state).toMatchObject({ name: 'asking', step, failure, busy: false })
  })

  test('that comes after the person has gone elsewhere changes nothing', () => {
    const elsewhere = after(asked, submitted, { type: 'goTo', step: { name: 'SIGN_UP' } })
    expect(next(elsewhere, signedIn)).toBe(elsewhere)
    expect(next(elsewhere, { type: 'failed', attempt: 1, failure: incorrect })).toBe(elsewhere)
  })

  test('that the challenge has expired leads back to the sign-in, e-mail address kept', () => {
    const step = { name: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED', username: 'a@example.com' } as const
    const state = after(
      asked,
      { type: 'goTo', step },
      { type: 'submitted' },
      { type: 'failed', attempt: 2, failure: expired },
    )
    expect(state).toMatchObject({ step: { name: 'SIGN_IN', username: 'a@example.com' }, failure: expired })
  })

  test('that the account is not confirmed leads to the confirmation', () => {
    const failure = { name: 'UserNotConfirmedException', message: 'User is not confirmed.' }
    const state = after(asked, submitted, { type: 'failed', attempt: 1, failure })
    expect(state).toMatchObject({
      step: { name: 'CONFIRM_SIGN_UP', username: 'hanako@example.com' },
      ...{ busy: false, failure },
    })
  })

  test('that what was typed is wrong leaves everything else of the step as it is', () => {
    const step = { name: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE', username: 'a@example.com', expiresAt: 1 } as const
    const failure = { name: 'CodeMismatchException', message: 'Invalid code received for user' }
    const state = after(
      asked,
      { type: 'goTo', step },
      { type: 'submitted' },
      { type: 'failed', attempt: 2, failure },
    )
    expect(state).toEqual({ name: 'asking', attempt: 2, step, busy: false, failure })
  })
})

describe('being signed in', () => {
  const inside = after(asked, submitted, signedIn)

  test('no form can be reached', () => {
    expect(next(inside, { type: 'goTo', step: { name: 'SIGN_UP' } })).toBe(inside)
    expect(next(inside, submitted)).toBe(inside)
    expect(next(inside, { type: 'returned' })).toBe(inside)
  })

  test('no second answer to the sign-in changes anything', () => {
    expect(next(inside, { type: 'failed', attempt: 1, failure: incorrect })).toBe(inside)
    const outcome = { to: 'step', step: { name: 'CONFIRM_SIGN_UP' } } as const
    expect(next(inside, { type: 'advanced', attempt: 1, outcome })).toBe(inside)
  })

  test('takes refreshed tokens', () => {
    const fresh = { ...session, idToken: { jwt: 'fresh', payload: {} } }
    expect(next(inside, { type: 'restored', attempt: 1, session: fresh })).toMatchObject({ session: fresh })
  })

  test('ends when the session has ended elsewhere, e-mail address kept', () => {
    const ended = next(inside, {
      type: 'sessionEnded',
      attempt: 1,
      notice: 'sessionExpired',
      username: 'a@example.com',
    })
    expect(ended).toMatchObject({
      name: 'asking',
      step: { username: 'a@example.com' },
      notice: 'sessionExpired',
    })
  })

  test('signing out forgets everything, and a refresh that comes late does not sign in again', () => {
    const leaving = next(inside, { type: 'signOut' })
    expect(leaving.name).toBe('signingOut')
    expect(next(leaving, { type: 'restored', attempt: 1, session })).toBe(leaving)
    expect(next(leaving, { type: 'restored', attempt: 2, session })).toBe(leaving)
    expect(next(leaving, { type: 'goTo', step: { name: 'SIGN_UP' } })).toBe(leaving)
    const out = next(leaving, { type: 'sessionEnded', attempt: 2, notice: 'signedOut' })
    expect(out).toStrictEqual({
      name: 'asking',
      attempt: 2,
      step: { name: 'SIGN_IN' },
      busy: false,
      notice: 'signedOut',
    })
  })

  test('signing out twice is signing out once', () => {
    const leaving = next(inside, { type: 'signOut' })
    expect(next(leaving, { type: 'signOut' })).toBe(leaving)
  })
})

describe('somebody who comes back from the hosted page', () => {
  const returned = next(initialState, { type: 'returned' })
  const failure = { name: 'NetworkError', message: '' }

  test('is being signed in, also after a file could not be fetched and they try again', () => {
    const tried = [{ type: 'failed', attempt: 0, failure }, { type: 'submitted' }] as const
    expect(tried.reduce(next, returned)).toEqual({ name: 'restoring', attempt: 1, isReturn: true })
    expect(next(returned, { type: 'returned' })).toBe(returned)
  })

  test('finds the form, and why they are not signed in', () => {
    const refused = { name: 'OAuthSignInException', message: 'access_denied: ' }
    const state = next(returned, { type: 'restored', attempt: 0, failure: refused })
    expect(state).toMatchObject({ name: 'asking', step: { name: 'SIGN_IN' }, busy: false, failure: refused })
  })
})

describe('another tab', () => {
  const asking = next(initialState, asked)
  const elsewhere: Event = { type: 'restored', attempt: 0, session }

  test('signs in here, too, while the form is idle, and what the form is answered then comes too late', () => {
    const inside = next(asking, elsewhere)
    expect(inside).toEqual({ name: 'signedIn', attempt: 1, session })
    expect(next(inside, { type: 'sessionEnded', attempt: 0, notice: 'sessionExpired' })).toBe(inside)
  })

  test('changes nothing while an answer is awaited here, or where it has no session', () => {
    const busy = next(asking, submitted)
    expect(next(busy, { ...elsewhere, attempt: 1 })).toBe(busy)
    expect(next(asking, asked)).toBe(asking)
  })

  test('knows whose session has ended, and is not believed over who is known here', () => {
    const found = after(asked, submitted, signedIn, {
      type: 'sessionEnded',
      attempt: 1,
      notice: 'sessionExpired',
    })
    const news = { type: 'sessionEnded', attempt: 2, notice: 'sessionExpired' } as const
    const told = next(found, { ...news, username: 'a@example.com' })
    expect(told).toEqual({ ...found, step: { name: 'SIGN_IN', username: 'a@example.com' } })
    expect(next(told, { ...news, username: 'b@example.com' })).toBe(told)
  })

  test('knows better why the session has ended', () => {
    const found = after(asked, submitted, signedIn, {
      type: 'sessionEnded',
      attempt: 1,
      notice: 'sessionExpired',
    })
    expect(next(found, { type: 'sessionEnded', attempt: 2, notice: 'sessionExpired' })).toBe(found)
    const told = next(found, { type: 'sessionEnded', attempt: 2, notice: 'sessionRevoked' })
    expect(told).toEqual({ ...found, notice: 'sessionRevoked' })
    expect(next(told, { type: 'sessionEnded', attempt: 2, notice: 'signedOut' })).toBe(told)
  })
})
