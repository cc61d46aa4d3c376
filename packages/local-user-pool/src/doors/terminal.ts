import type { Deployment } from '../definition/deploy.ts'
import type { Authority } from '../domain/authority.ts'
import type { Delivery } from '../domain/deliveries.ts'
import type { Seed } from '../seed.ts'

const kinds = {
  'sign-up': 'code to confirm the sign-up',
  'sign-in': 'code to sign in',
  reset: 'code for a new password',
  verification: 'code to verify the address',
  invitation: 'invitation; its temporary password is in the inbox',
} as const

/** One line for the terminal. A temporary password is a password: it does not go there. */
export function describeDelivery({ destination, kind, secret }: Delivery): string {
  return `✉ ${destination}: ${kind === 'invitation' ? '' : `${secret} `}(${kinds[kind]})`
}

const states = {
  confirmed: 'signs in',
  unconfirmed: 'has still to confirm the e-mail address',
  'temporary-password': 'has a temporary password and no name yet',
  'reset-required': 'has to choose a new password (code in the inbox)',
  disabled: 'is disabled',
} as const

/** What a person needs to know of the seed to use it. */
export function describeSeed({ userPoolId, clientId, users }: Seed): string {
  const width = Math.max(...users.map(({ email }) => email.length))
  return [
    `User pool ${userPoolId}, app client ${clientId}. Users, as they are when the data is new:`,
    ...users.map(({ email, password, state }) => `  ${email.padEnd(width)}  ${password}  ${states[state]}`),
  ].join('\n')
}

/** What a client by https has to trust, and whether that has changed. */
export function describeAuthority({ name, state }: Authority, url: string): string {
  const lines = [
    `  Its certificates are of "${name}". How to trust that: docs/doors.md; it is at`,
    `  ${url}/_local/authority.pem`,
  ]
  if (state === 'renewed') {
    lines.push(
      '  It is a new one, because the one that was kept with the data is about to expire: trust it instead.',
    )
  }
  return lines.join('\n')
}

const titles = {
  template: 'What the template says and this pool does not do:',
  'cognito-local': 'What is not as it was in cognito-local:',
} as const

/** What a pool may begin with, beside a seed. */
export type Source = keyof typeof titles

/** Which pools and app clients a template or cognito-local has brought, and line by line what of it is not honoured. */
export function describeDeployment({ pools, differences }: Deployment, source: Source = 'template'): string {
  return [
    ...pools.flatMap(({ logicalId, userPoolId, clients }) => [
      `User pool ${logicalId}: ${userPoolId}`,
      ...clients.map((client) => {
        const secret = client.clientSecret === undefined ? '' : `, secret ${client.clientSecret}`
        return `  app client ${client.logicalId}: ${client.clientId}${secret}`
      }),
    ]),
    ...(differences.length > 0 ? [titles[source]] : []),
    ...differences.map(({ at, reason }) => `  ${at}: ${reason}`),
  ].join('\n')
}
