import type { ChallengesUnderWay } from './challenges-under-way.ts'
import type { Client } from './clients.ts'
import type { Grant, Tokens } from './tokens.ts'
import type { User } from './users.ts'

/** What an authorization code stands for. */
export interface AuthorizationCode {
  readonly username: string
  readonly sub: string
  readonly grant: Grant
  /** The token request has to name the same. */
  readonly redirectUri: string
  /** By S256, base64url; absent where the request had none. */
  readonly codeChallenge?: string
}

// documented: an authorization code can be used once, within five minutes.
const minutes = 5

/** Authorization codes, from the redirect that carries one to the token request that brings it back. */
export class AuthorizationCodes {
  readonly #challenges: ChallengesUnderWay
  readonly #tokens: Tokens

  constructor(challenges: ChallengesUnderWay, tokens: Tokens) {
    this.#challenges = challenges
    this.#tokens = tokens
  }

  issue(client: Client, { username, sub }: User, code: Omit<AuthorizationCode, 'username' | 'sub'>): string {
    const state: AuthorizationCode = { username, sub, ...code }
    return this.#challenges.remember(client, 'AUTHORIZATION_CODE', state, minutes)
  }

  /**
   * What the code stands for, once. Whoever brings it a second time ends the sign-in that came of it: one of the two
   * has stolen it (RFC 6749, section 4.1.2). Where that sign-in is still being made, `endIfReplayed` ends it.
   *
   * @param check refuses a request that the code is not for, which leaves the code as it is
   * @returns undefined where there is no such code of this client, or it is too old or was used
   */
  redeem(
    client: Client,
    code: string,
    check: (code: AuthorizationCode) => void,
  ): AuthorizationCode | undefined {
    const found = this.#challenges.find<AuthorizationCode>(client, 'AUTHORIZATION_CODE', code)
    if (!found) return undefined
    if (found.used) {
      this.#challenges.noteReplay(found)
      this.#tokens.revoke(found.state.grant)
      return undefined
    }
    if (this.#challenges.isOver(found)) return undefined
    check(found.state)
    return this.#challenges.consume(found) ? found.state : undefined
  }

  /**
   * Ends the sign-in that has just come of a code, where the code was brought again meanwhile.
   *
   * @returns whether it was
   */
  endIfReplayed(client: Client, code: string): boolean {
    const found = this.#challenges.find<AuthorizationCode>(client, 'AUTHORIZATION_CODE', code)
    if (!found?.replayed) return false
    this.#tokens.revoke(found.state.grant)
    return true
  }
}
