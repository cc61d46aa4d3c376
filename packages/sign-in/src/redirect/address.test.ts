import { describe, expect, test } from 'vitest'
import { registeredFor, returnedIn, withoutReturned } from './address'

describe('the registered address', () => {
  test('is the folder of the page where none is named', () => {
    expect(registeredFor('https://app.example.com/', [])).toBe('https://app.example.com/')
    expect(registeredFor('https://app.example.com/base/?a=b#c', [])).toBe('https://app.example.com/base/')
    expect(registeredFor('https://app.example.com/base/index.html', [])).toBe('https://app.example.com/base/')
  })

  test('is that of the page itself before another of the same site, and none of another site', () => {
    const registered = ['http://localhost:3000/', 'https://app.example.com/', 'https://app.example.com/in/']
    expect(registeredFor('https://app.example.com/in/?a=b', registered)).toBe('https://app.example.com/in/')
    expect(registeredFor('https://app.example.com/reports/', registered)).toBe('https://app.example.com/')
    expect(registeredFor('https://app.example.com:8443/', registered)).toBeUndefined()
  })
})

describe('an answer', () => {
  test('has a code and a state', () => {
    expect(returnedIn('https://app.example.com/?tab=2&code=c&state=s', [])).toEqual({ code: 'c', state: 's' })
  })

  test('or an error, with a state or a description', () => {
    expect(returnedIn('https://app.example.com/?error=access_denied&state=s', [])).toEqual({
      error: 'access_denied',
      state: 's',
    })
    expect(returnedIn('https://app.example.com/?error=e&error_description=a+b', [])).toEqual({
      error: 'e',
      description: 'a b',
    })
  })

  test.each(['?code=SPRING', '?error=1', '?state=Tokyo', '', '#code=c&state=s'])('is not %j', (query) => {
    expect(returnedIn(`https://app.example.com/${query}`, [])).toBeUndefined()
  })

  test('belongs to somebody else at another page than the registered ones', () => {
    const address = 'https://app.example.com/calendar?code=c&state=s'
    expect(returnedIn(address, ['https://app.example.com/'])).toBeUndefined()
  })
})

describe('the address afterwards', () => {
  test.each([
    ['https://a.example/?code=c&state=s', 'https://a.example/'],
    ['https://a.example/?tab=%20x&code=c&state=s&q=a+b#end', 'https://a.example/?tab=%20x&q=a+b#end'],
    ['https://a.example/?error=e&error_description=d&state=s', 'https://a.example/'],
    ['https://a.example/?%63ode=c&st%61te=s', 'https://a.example/'],
    ['https://a.example/?promocode=c&flag', 'https://a.example/?promocode=c&flag'],
  ])('of %s is %s', (address, clean) => {
    expect(withoutReturned(address)).toBe(clean)
  })
})
