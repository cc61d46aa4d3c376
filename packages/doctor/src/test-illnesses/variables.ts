import { exampleSeed, variables as healthy, page } from '../test-pool.ts'
import type { Illness } from '../test-ward.ts'

const { userPoolId, clientId } = exampleSeed

/** As Cognito makes them. */
export const secret = '1v2vn7kc6a3bpn0ss3pqf4pnd8n3ssfvnf2p7qb5n5m8nnd4q1t'

const isSet = (what: string, name: string, value: string, ...codes: string[]): Illness => [
  what,
  ({ onPool }) => onPool({ [`NEXT_PUBLIC_AWS_COGNITO_${name}`]: value }),
  codes,
]

export const variables: readonly Illness[] = [
  isSet('the region is empty', 'REGION', '', 'VARIABLE_EMPTY'),
  isSet('the user pool is empty', 'USER_POOL_ID', '', 'VARIABLE_EMPTY'),
  isSet('the app client is empty', 'CLIENT_ID', '', 'VARIABLE_EMPTY'),
  isSet('one holds quotes alone', 'CLIENT_ID', '""', 'VARIABLE_EMPTY'),
  isSet('quotes are part of one', 'USER_POOL_ID', `"${userPoolId}"`, 'VARIABLE_QUOTED'),
  isSet('typographic ones are', 'CLIENT_ID', `“${clientId}”`, 'VARIABLE_QUOTED'),
  isSet('a space is', 'REGION', 'ap-northeast-1 ', 'VARIABLE_QUOTED'),
  isSet('a region is a city', 'REGION', 'Tokyo', 'VARIABLE_MALFORMED'),
  isSet(
    'an identity pool is taken for a user pool',
    'USER_POOL_ID',
    'ap-northeast-1:11111111-2222-3333-4444-555555555555',
    'VARIABLE_MALFORMED',
  ),
  isSet('a first factor is none', 'FIRST_AUTH_FACTORS', 'PASSKEY', 'VARIABLE_MALFORMED'),
  isSet('a secret is taken for an ID', 'CLIENT_ID', secret, 'VARIABLE_MALFORMED'),
  isSet('a password is to have no length', 'PASSWORD_MIN_LENGTH', '4', 'VARIABLE_MALFORMED'),
  isSet('the domain is an address', 'DOMAIN', 'https://auth.example.com/', 'VARIABLE_MALFORMED'),
  isSet('region and pool disagree', 'REGION', 'us-east-1', 'REGION_POOL_MISMATCH'),
  [
    'one lacks NEXT_PUBLIC_',
    ({ pool }) => {
      const { NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: id, ...rest } = healthy(pool)
      return page({ ...rest, AWS_COGNITO_CLIENT_ID: id })
    },
    ['VARIABLE_NOT_PUBLIC'],
  ],
  [
    'an address that is not of this machine is without https, for a page that is',
    ({ onPool }) => onPool({}, { api: 'HTTP://api.invalid/' }),
    ['API_UNREACHABLE', 'HTTPS_MISSING'],
  ],
]
