import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { testPool } from '../test-pool.ts'
import everyType from './fixtures/every-type.template.json' with { type: 'json' }

const folder = mkdtempSync(join(tmpdir(), 'changed-template-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Properties = Record<string, unknown>
const resources: Record<string, { Type: string; Properties?: Properties }> = everyType.Resources

/** Without what a resource cannot be without, what stays with a pool for good, and what users are made with. */
const lasting = [
  ...[
    'UserPoolId',
    'UsernameAttributes',
    'ClientId',
    'Identifier',
    'Name',
    'Domain',
    'GroupName',
    'Username',
  ],
  ...['ProviderName', 'ProviderType', 'ProviderDetails', 'TermsName', 'TermsSource', 'Enforcement', 'Links'],
  ...['LogConfigurations', 'UserAttributes', 'UserPoolAddOns'],
]
const optional = Object.entries(resources).flatMap(([logicalId, { Properties = {} }]) =>
  Object.keys(Properties)
    .filter((name) => !lasting.includes(name))
    .map((name) => `${logicalId}.${name}`),
)

/** The template without some of its properties. */
const without = (lost: readonly string[]) => ({
  Resources: Object.fromEntries(
    Object.entries(resources).map(([logicalId, { Properties = {}, ...resource }]) => [
      logicalId,
      {
        ...resource,
        Properties: Object.fromEntries(
          Object.entries(Properties).filter(([name]) => !lost.includes(`${logicalId}.${name}`)),
        ),
      },
    ]),
  ),
})

/** Only what the pool verifies by itself can wait until it is verified. */
const verified = 'Users.AutoVerifiedAttributes'
const settable = fc
  .subarray(optional)
  .map((lost) => without(lost.includes(verified) ? [...lost, 'Users.UserAttributeUpdateSettings'] : lost))

/** Milliseconds, for dozens of pools on a machine that is busy. */
const longRun = 30_000

let files = 0
const newFile = () => join(folder, `${files++}`)

/** Begins on a file; answers the settings of all that the template has, but for ids and times. */
async function settings(template: object, file: string) {
  const pool = await testPool({}, {}, { storage: { file }, definition: { template } })
  try {
    const { pools } = await pool.deployment
    const UserPoolId = pools[0]?.userPoolId ?? ''
    const [Web = '', Server = ''] = pools[0]?.clients.map(({ clientId }) => clientId) ?? []
    const terms = (ClientId: string) =>
      pool.call('DescribeTermsByClient', { UserPoolId, ClientId, TermsName: 'terms-of-use' })
    const answers = [
      await pool.call('DescribeUserPool', { UserPoolId }),
      await pool.call('GetUserPoolMfaConfig', { UserPoolId }),
      await pool.call('DescribeUserPoolClient', { UserPoolId, ClientId: Web }),
      await pool.call('DescribeUserPoolClient', { UserPoolId, ClientId: Server }),
      await pool.call('DescribeResourceServer', { UserPoolId, Identifier: 'orders' }),
      await pool.call('DescribeIdentityProvider', { UserPoolId, ProviderName: 'Google' }),
      await pool.call('DescribeUserPoolDomain', { Domain: 'entrance' }),
      await pool.call('GetGroup', { UserPoolId, GroupName: 'staff' }),
      await pool.call('GetUICustomization', { UserPoolId }),
      await pool.call('DescribeRiskConfiguration', { UserPoolId, ClientId: Web }),
      await pool.call('GetLogDeliveryConfiguration', { UserPoolId }),
      await pool.call('DescribeManagedLoginBrandingByClient', { UserPoolId, ClientId: Web }),
      await terms(Web),
      await terms(Server),
    ]
    const hidden = ['TermsId', 'ManagedLoginBrandingId']
    return JSON.parse(JSON.stringify(answers), (name, value) => (hidden.includes(name) ? undefined : value))
  } finally {
    pool.close()
  }
}

test(
  'what a template says of data that are kept is what it says of new data',
  async () => {
    await fc.assert(
      fc.asyncProperty(settable, settable, async (before, after) => {
        const file = newFile()
        await settings(before, file)
        expect(await settings(after, file)).toEqual(await settings(after, newFile()))
      }),
      { numRuns: 12 },
    )
  },
  longRun,
)
