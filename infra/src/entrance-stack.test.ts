import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { App, Stack, Validations } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks } from 'cdk-nag'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { securityHeaders } from '../hosting/headers.ts'
import { bundleApi } from './api-bundle.ts'
import type { Settings } from './settings.ts'
import { entranceStack } from './template.ts'

const outdir = mkdtempSync(join(tmpdir(), 'genkan-cdk-'))
const templateOf = async (changed: Partial<Settings> = {}) =>
  Template.fromStack(await entranceStack(outdir, changed))

let template: Template
beforeAll(async () => {
  template = await templateOf()
})
afterAll(() => rmSync(outdir, { recursive: true }))

describe('the user pool', () => {
  test('signs in by e-mail address in any letter case, and verifies it', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    })
  })

  test('lets the old address count until the new one is verified', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    })
  })

  test('asks for the length of a password, and for no kinds of characters', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: false,
          RequireUppercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
        },
      },
    })
    template.hasOutput('PasswordMinLength', { Value: '12' })
  })

  test('offers an authenticator app to everybody, and demands it of nobody', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    })
  })

  test('is kept, unless the deployment is a trial', async () => {
    template.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    })
    const trial = await templateOf({ disposable: true })
    trial.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtection: 'INACTIVE' },
    })
  })

  test.each(['LITE', 'ESSENTIALS', 'PLUS'] as const)('is on the feature plan %s', async (featurePlan) => {
    const changed = await templateOf({ featurePlan })
    changed.hasResourceProperties('AWS::Cognito::UserPool', { UserPoolTier: featurePlan })
  })

  test('answers threats where the plan has it, and only there', async () => {
    const plus = await templateOf({ featurePlan: 'PLUS' })
    plus.hasResourceProperties('AWS::Cognito::UserPool', {
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    })
    template.hasResourceProperties('AWS::Cognito::UserPool', { UserPoolAddOns: Match.absent() })
  })

  test('takes passkeys of the site where it is told to', async () => {
    const changed = await templateOf({ passkeys: true })
    changed.hasResourceProperties('AWS::Cognito::UserPool', {
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      WebAuthnRelyingPartyID: { 'Fn::GetAtt': [Match.stringLikeRegexp('Distribution'), 'DomainName'] },
    })
    changed.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
    })
    changed.hasOutput('FirstAuthFactors', { Value: 'WEB_AUTHN' })
  })
})

describe('the app client', () => {
  test('has no secret, signs in by SRP alone, and does not tell who has an account', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      // REFRESH_TOKEN_AUTH does not go together with rotation; GetTokensFromRefreshToken needs no flow.
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AllowedOAuthFlowsUserPoolClient: false,
    })
  })

  test('has short access and ID tokens, and rotates refresh tokens', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 43_200,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
    })
  })

  test('on the plan Lite, which has no rotation, refreshes with the token of the sign-in', async () => {
    const lite = await templateOf({ featurePlan: 'LITE' })
    lite.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      RefreshTokenRotation: Match.absent(),
    })
  })

  test('with a domain, is sent back to the site by the managed login pages', async () => {
    const changed = await templateOf({ domainPrefix: 'genkan-demo' })
    changed.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
      Domain: 'genkan-demo',
      ManagedLoginVersion: 2,
    })
    changed.resourceCountIs('AWS::Cognito::ManagedLoginBranding', 1)
    changed.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      CallbackURLs: [{ 'Fn::Join': ['', ['https://', Match.anyValue(), '/']] }],
    })
    template.resourceCountIs('AWS::Cognito::UserPoolDomain', 0)
  })
})

describe('the API', () => {
  test('lets nobody in without a token of the app client', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: [{ Ref: Match.stringLikeRegexp('Web') }] },
    })
    template.allResourcesProperties('AWS::ApiGatewayV2::Route', {
      AuthorizationType: 'JWT',
      RouteKey: 'GET /',
    })
  })

  test('is for the pages of the site, and says so before a token is sent', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: {
        AllowOrigins: [{ 'Fn::Join': ['', ['https://', Match.anyValue()]] }],
        AllowMethods: ['GET'],
        AllowHeaders: ['Authorization'],
      },
    })
  })

  test('its logs name no person and hold no token', () => {
    const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'))
    const { Format } = stage?.Properties.AccessLogSettings ?? {}
    expect(Object.keys(JSON.parse(Format))).toEqual(['requestId', 'time', 'status', 'refused', 'failed'])
  })

  test('as a REST API it has the authorizer of Cognito, and says who may read its refusals', async () => {
    const rest = await templateOf({ api: 'rest' })
    rest.hasResourceProperties('AWS::ApiGateway::Authorizer', { Type: 'COGNITO_USER_POOLS' })
    rest.hasResourceProperties('AWS::ApiGateway::Method', {
      HttpMethod: 'GET',
      AuthorizationType: 'COGNITO_USER_POOLS',
    })
    rest.hasResourceProperties('AWS::ApiGateway::GatewayResponse', {
      ResponseType: 'DEFAULT_4XX',
      ResponseParameters: Match.objectLike({
        'gatewayresponse.header.Access-Control-Allow-Origin': Match.anyValue(),
      }),
    })
    rest.resourceCountIs('AWS::ApiGatewayV2::Api', 0)
  })

  describe('its bundle', () => {
    afterEach(() => vi.unstubAllEnvs())

    test('is one file that answers', async () => {
      vi.stubEnv('COGNITO_USER_POOL_ID', 'ap-northeast-1_AbCdEfGhI')
      vi.stubEnv('COGNITO_CLIENT_ID', '6h89qn2bfglbmvfebq9aaknqk0')
      vi.stubEnv('ALLOWED_ORIGIN', 'https://app.example.com')
      const file = join(outdir, 'handler.mjs')
      writeFileSync(file, await bundleApi())
      const { handler } = await import(pathToFileURL(file).href)
      const answer = await handler({ rawPath: '/', headers: {}, requestContext: { http: { method: 'GET' } } })
      expect(answer).toMatchObject({ statusCode: 401, headers: { 'www-authenticate': 'Bearer' } })
    })
  })
})

describe('the site', () => {
  test('may have another host, for which the API, the passkeys and the way back are then', async () => {
    const changed = await templateOf({
      siteHost: 'app.example.com',
      passkeys: true,
      domainPrefix: 'genkan-demo',
    })
    changed.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: { AllowOrigins: ['https://app.example.com'] },
    })
    changed.hasResourceProperties('AWS::Cognito::UserPool', { WebAuthnRelyingPartyID: 'app.example.com' })
    changed.hasOutput('DistributionUrl', {
      Value: { 'Fn::Join': ['', ['https://', Match.objectLike({ 'Fn::GetAtt': Match.anyValue() }), '/']] },
    })
    changed.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: ['https://app.example.com/'],
    })
  })

  test('is files that CloudFront alone reads', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    })
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 's3:GetObject',
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: {
              StringEquals: {
                'AWS:SourceArn': {
                  'Fn::Join': ['', Match.arrayWith([{ Ref: Match.stringLikeRegexp('Distribution') }])],
                },
              },
            },
          }),
        ]),
      },
    })
    template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
    })
  })

  test('is reached by https alone', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', Compress: true },
      },
    })
  })

  test('answers what is not there by its own page and 404', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CustomErrorResponses: [403, 404].map((ErrorCode) =>
          Match.objectLike({ ErrorCode, ResponseCode: 404, ResponsePagePath: '/404.html' }),
        ),
      },
    })
  })

  test('carries every header of the one source, and no other', () => {
    const [policy] = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'))
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      policy?.Properties.ResponseHeadersPolicyConfig ?? {}
    const { AccessControlMaxAgeSec, IncludeSubdomains } = security.StrictTransportSecurity
    const sent = {
      'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'Strict-Transport-Security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
      'X-Content-Type-Options': security.ContentTypeOptions && 'nosniff',
      'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }: Record<string, string>) => [Header, Value])),
    }
    expect(sent).toEqual(securityHeaders)
  })
})

describe("the AWS Solutions rules of cdk-nag, with the exceptions' reasons in the code", () => {
  test.each<[string, Partial<Settings>]>([
    ['as it is', {}],
    ['on the plan Plus', { featurePlan: 'PLUS' }],
    [
      'with everything turned on',
      { api: 'rest', passkeys: true, domainPrefix: 'genkan-demo', disposable: true },
    ],
  ])('%s, all are kept', async (_, changed) => {
    const { root } = (await entranceStack(outdir, changed)).node
    Validations.of(root).addPlugins(new AwsSolutionsChecks(root))
    expect(() => (root as App).synth()).not.toThrow()
  })

  test('and one that is broken stops the synthesis', () => {
    const app = new App({ outdir })
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
    new Bucket(new Stack(app, 'Open'), 'WithoutTls')
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/)
  })
})
