import {
  type CreateUserPoolClientCommandInput,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import * as client from 'openid-client'
import { afterAll, beforeAll } from 'vitest'
import { confirmedUser, type Person } from '../people.ts'
import { newClient, present, type Settings, startTarget, type Target } from '../target.ts'
import { Browser } from './browser.ts'

// Nothing is at these addresses: the browser stops in front of them.
export const callback = 'https://app.example.com/callback'
export const signedOut = 'https://app.example.com/signed-out'

export type ClientSettings = Partial<CreateUserPoolClientCommandInput>

/** A user pool with a domain, and somebody who can sign in there. */
export interface Provider extends Target {
  readonly domain: string
  readonly person: Person
}

/** Starts one. Its issuer is named by http unless the settings say otherwise. */
async function startProvider(settings: Settings = {}): Promise<Provider> {
  const target = await startTarget({ domain: { issuer: 'http' }, ...settings })
  return { ...target, domain: present(target.domain), person: await confirmedUser(target) }
}

/** One for all tests of a file: what answers it once the first of them runs. */
export function provided(settings: Settings = {}): () => Provider {
  let provider: Provider | undefined
  beforeAll(async () => {
    provider = await startProvider(settings)
  })
  afterAll(() => provider?.close())
  return () => present(provider)
}

export interface RegisteredClient {
  readonly clientId: string
  /** Undefined for a public client, which is what there is unless `GenerateSecret` is set. */
  readonly clientSecret: string | undefined
}

/** Makes an app client that may use the authorization code, with the scopes that every pool has. */
export async function register(provider: Target, settings: ClientSettings = {}): Promise<RegisteredClient> {
  const clientId = await newClient(provider, {
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    CallbackURLs: [callback],
    LogoutURLs: [signedOut],
    SupportedIdentityProviders: ['COGNITO'],
    ...settings,
  })
  const { UserPoolClient } = await provider.admin.send(
    new DescribeUserPoolClientCommand({ UserPoolId: provider.userPoolId, ClientId: clientId }),
  )
  return { clientId, clientSecret: UserPoolClient?.ClientSecret }
}

/** Signs the person in at the page that the address leads to, and follows to the client's callback URL. */
export async function signIn(
  { domain, person }: Pick<Provider, 'domain' | 'person'>,
  address: string | URL,
  browser = new Browser(domain),
): Promise<URL> {
  const arrival = await browser.submit(await browser.visit(address), typedBy(person))
  if (arrival.page !== undefined) throw new Error(`The sign-in ended at ${arrival.url.pathname}.`)
  return arrival.url
}

export const typedBy = ({ email, password }: Person) => ({ username: email, password })

/** What an application remembers of a sign-in that it has begun. */
export interface Checks {
  readonly pkceCodeVerifier: string
  readonly expectedState: string
  readonly expectedNonce: string
}

/**
 * What openid-client finds by the discovery document of an issuer at http, where it then verifies every signature.
 *
 * @param metadata the client's secret, or more that is to be known of the client
 */
export function configurationOf(
  { issuer }: Pick<Provider, 'issuer'>,
  clientId: string,
  metadata?: string | Partial<client.ClientMetadata>,
  authentication?: client.ClientAuth,
): Promise<client.Configuration> {
  return client.discovery(new URL(issuer), clientId, metadata, authentication, {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  })
}

/** An application that signs people in with openid-client, in the way of that library's README. */
export class RelyingParty {
  readonly provider: Provider
  readonly clientId: string
  readonly configuration: client.Configuration

  private constructor(provider: Provider, clientId: string, configuration: client.Configuration) {
    this.provider = provider
    this.clientId = clientId
    this.configuration = configuration
  }

  /** Registers a client and finds the provider by its discovery document. */
  static async at(provider: Provider, settings: ClientSettings = {}): Promise<RelyingParty> {
    const { clientId, clientSecret } = await register(provider, settings)
    return new RelyingParty(provider, clientId, await configurationOf(provider, clientId, clientSecret))
  }

  /** Where to send a browser, and what to remember until it comes back. */
  async begin(more: Readonly<Record<string, string>> = {}): Promise<{ address: URL; checks: Checks }> {
    const checks = {
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
      expectedState: client.randomState(),
      expectedNonce: client.randomNonce(),
    }
    const address = client.buildAuthorizationUrl(this.configuration, {
      redirect_uri: callback,
      scope: 'openid email',
      state: checks.expectedState,
      nonce: checks.expectedNonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...more,
    })
    return { address, checks }
  }

  /** The same, as far as the callback URL. */
  async returned(more: Readonly<Record<string, string>> = {}): Promise<{ url: URL; checks: Checks }> {
    const { address, checks } = await this.begin(more)
    return { url: await signIn(this.provider, address), checks }
  }

  /** Exchanges the code that a browser brought back. */
  redeem(url: URL, checks: client.AuthorizationCodeGrantChecks) {
    return client.authorizationCodeGrant(this.configuration, url, checks)
  }

  /** The tokens of a whole sign-in. */
  async tokens(more: Readonly<Record<string, string>> = {}) {
    const { url, checks } = await this.returned(more)
    return this.redeem(url, checks)
  }
}
