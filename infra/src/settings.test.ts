import { expect, test } from 'vitest'
import { checkRegion, defaultSettings, readSettings } from './settings.ts'

const context = {
  featurePlan: 'ESSENTIALS',
  api: 'http',
  passkeys: false,
  domainPrefix: '',
  disposable: false,
}
const read = (changed: Record<string, unknown>) =>
  readSettings((name) => ({ ...context, ...changed })[name as keyof typeof context])

test('what cdk.json says is complete, keeps the users, and has no managed login pages', () => {
  expect(defaultSettings()).toEqual({
    featurePlan: 'ESSENTIALS',
    api: 'http',
    passkeys: false,
    disposable: false,
  })
})

test('what the command line says is a text', () => {
  expect(
    read({ disposable: 'true', passkeys: 'true', domainPrefix: 'genkan-demo', siteHost: 'a.example.com' }),
  ).toMatchObject({
    disposable: true,
    passkeys: true,
    domainPrefix: 'genkan-demo',
    siteHost: 'a.example.com',
  })
})

test.each([
  ['featurePlan', 'essentials', /featurePlan is "essentials"\. It is one of LITE, ESSENTIALS, PLUS\./],
  ['api', 'grpc', /api is "grpc"/],
  ['disposable', 'yes', /disposable is "yes"\. It is true or false\./],
  ['domainPrefix', 'Genkan', /domainPrefix is "Genkan"/],
  ['siteHost', 'https://app.example.com/', /siteHost is "https:.*It is a host alone/],
  ['domainPrefix', 'genkan-', /domainPrefix is "genkan-"/],
])('%s cannot be %s', (name, value, message) => {
  expect(() => read({ [name]: value })).toThrow(message)
})

test('passkeys are not on the plan LITE', () => {
  expect(() => read({ featurePlan: 'LITE', passkeys: true })).toThrow(/Take ESSENTIALS/)
})

test.each([
  ['cn-north-1', 'in China'],
  ['us-gov-west-1', 'of GovCloud'],
  ['eusc-de-east-1', 'of the European Sovereign Cloud'],
  ['us-isob-east-1', 'of an isolated partition'],
  ['eu-isoe-west-1', 'of an isolated partition'],
])('the region %s is refused by where it is: %s', (region, where) => {
  expect(() => checkRegion(region)).toThrow(
    `The region is ${region}, ${where}, which is not supported: the template names services and addresses that are not there. Take a region such as ap-northeast-1`,
  )
})

test.each(['ap-northeast-1', 'us-east-1', 'eu-central-1', 'ca-central-1', 'il-central-1', undefined])(
  'the region %s is not',
  (region) => {
    expect(() => checkRegion(region)).not.toThrow()
  },
)
