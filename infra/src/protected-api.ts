import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssetHashType, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  LambdaIntegration,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway'
import { CorsHttpMethod, HttpApi, HttpMethod, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { ApiKind } from './settings.ts'
import type { Users } from './users.ts'

export interface ProtectedApiProps {
  readonly kind: ApiKind
  readonly users: Users
  /** The one origin whose pages may call it. */
  readonly allowedOrigin: string
  /** The handler, as the text of one module. */
  readonly code: string
}

/** The protected API: the Lambda function of `api/`, and an API Gateway that lets in who brings a token. */
export class ProtectedApi extends Construct {
  /** Where the page calls it. */
  readonly url: string

  constructor(scope: Construct, id: string, { kind, users, allowedOrigin, code }: ProtectedApiProps) {
    super(scope, id)
    const logs = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logs.grantWrite(role)
    const handler = new Lambda(this, 'Handler', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'handler.handler',
      code: moduleOf(code),
      memorySize: 256,
      timeout: Duration.seconds(10),
      role,
      logGroup: logs,
      environment: {
        COGNITO_USER_POOL_ID: users.pool.userPoolId,
        COGNITO_CLIENT_ID: users.client.userPoolClientId,
        ALLOWED_ORIGIN: allowedOrigin,
      },
    })
    this.url =
      kind === 'http'
        ? httpApi(this, handler, users, allowedOrigin, logs)
        : restApi(this, handler, users, allowedOrigin)
  }
}

/** CDK hashes and uploads folders; this one has the module in it, and is made in CDK's own. */
function moduleOf(code: string): Code {
  return Code.fromAsset(import.meta.dirname, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never used: what is bundled already needs no container.
      image: Runtime.NODEJS_24_X.bundlingImage,
      local: {
        tryBundle(folder) {
          writeFileSync(join(folder, 'handler.mjs'), code)
          return true
        },
      },
    },
  })
}

/** What a browser is told, whichever API Gateway says it: `api/` says the same of itself. */
const cors = {
  headers: ['Authorization'],
  exposed: ['WWW-Authenticate', 'Retry-After'],
  maxAge: Duration.minutes(10),
}

/** Whether it went well, and why not; nothing of the person, and no token. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTime(),
    status: AccessLogField.contextStatus(),
    refused: AccessLogField.contextAuthorizerError(),
    failed: AccessLogField.contextIntegrationErrorMessage(),
  }),
)

function httpApi(
  scope: Construct,
  handler: Lambda,
  { pool, client }: Users,
  allowedOrigin: string,
  logs: LogGroup,
): string {
  const api = new HttpApi(scope, 'HttpApi', {
    // documented: it answers preflights itself, which carry no token, and puts its own headers in place of the function's.
    // assumed: on what the authorizer refuses, too.
    corsPreflight: {
      allowOrigins: [allowedOrigin],
      allowMethods: [CorsHttpMethod.GET],
      allowHeaders: cors.headers,
      exposeHeaders: cors.exposed,
      maxAge: cors.maxAge,
    },
    createDefaultStage: false,
  })
  const stage = api.addStage('Stage', {
    stageName: '$default',
    autoDeploy: true,
    // Nobody's bill grows without limit by somebody who holds down a key.
    throttle: { rateLimit: 100, burstLimit: 200 },
    accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLog },
  })
  api.addRoutes({
    path: '/',
    methods: [HttpMethod.GET],
    integration: new HttpLambdaIntegration('Integration', handler),
    authorizer: new HttpUserPoolAuthorizer('Tokens', pool, { userPoolClients: [client] }),
  })
  return stage.url
}

function restApi(scope: Construct, handler: Lambda, { pool }: Users, allowedOrigin: string): string {
  const api = new RestApi(scope, 'RestApi', {
    cloudWatchRole: false,
    deployOptions: { stageName: 'v1', throttlingRateLimit: 100, throttlingBurstLimit: 200 },
    defaultCorsPreflightOptions: {
      allowOrigins: [allowedOrigin],
      allowMethods: ['GET'],
      allowHeaders: cors.headers,
      exposeHeaders: cors.exposed,
      maxAge: cors.maxAge,
    },
  })
  // What the authorizer refuses never reaches the function, which would have said who may read it.
  for (const type of [ResponseType.DEFAULT_4XX, ResponseType.DEFAULT_5XX]) {
    api.addGatewayResponse(type.responseType, {
      type,
      responseHeaders: { 'Access-Control-Allow-Origin': `'${allowedOrigin}'`, Vary: "'Origin'" },
    })
  }
  api.root.addMethod('GET', new LambdaIntegration(handler), {
    authorizationType: AuthorizationType.COGNITO,
    authorizer: new CognitoUserPoolsAuthorizer(scope, 'Tokens', { cognitoUserPools: [pool] }),
  })
  acknowledge(api)
  return api.url
}

function acknowledge(api: RestApi) {
  const once =
    'API Gateway writes logs of REST APIs by one role for the whole account, which is not for this stack to set.'
  Validations.of(api).acknowledge(
    { id: 'AwsSolutions-APIG1', reason: `${once} The function writes what failed.` },
    { id: 'AwsSolutions-APIG6', reason: `${once} The function writes what failed.` },
    { id: 'AwsSolutions-APIG2', reason: 'Its one resource is read without parameters or a body.' },
    {
      id: 'AwsSolutions-APIG3',
      reason:
        'Who brings no token of the user pool gets no further than the authorizer, and the stage is throttled.',
    },
    {
      id: 'AwsSolutions-APIG4',
      reason: 'OPTIONS alone: a preflight carries no token, and is answered without the function.',
    },
    {
      id: 'AwsSolutions-COG4',
      reason: 'OPTIONS alone: a preflight carries no token, and is answered without the function.',
    },
  )
}
