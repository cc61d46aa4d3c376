import { join } from 'node:path'
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  type HeadersReferrerPolicy,
  HttpVersion,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { securityHeaders } from '../hosting/headers.ts'

/** Where the site is: files that nobody reaches but CloudFront, and nobody reaches that but by https. */
export class Hosting extends Construct {
  readonly bucket: IBucket
  readonly distribution: Distribution

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // A build makes them anew.
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
      // CDK's types do not know exactOptionalPropertyTypes.
    }) as IBucket
    const notFound = { responseHttpStatus: 404, responsePagePath: '/404.html', ttl: Duration.minutes(1) }
    this.distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        compress: true,
        responseHeadersPolicy: headersPolicy(this),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'Paths', {
              code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'site-paths.js') }),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      // S3 says 403 of what is not there to whom may not list the bucket.
      errorResponses: [
        { httpStatus: 403, ...notFound },
        { httpStatus: 404, ...notFound },
      ],
    })
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'The files are the public site, and CloudFront alone reads them: who asked for what is in its logs.',
    })
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'People sign in from wherever they are.' },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'Static files, without anything that computes: a firewall would cost more than what it keeps away.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'The addresses hold nothing of a person. Access logs are a choice of whoever runs the site, and keep IP addresses.',
      },
      {
        id: 'AwsSolutions-CFR4',
        reason:
          'With the certificate of *.cloudfront.net CloudFront allows no other setting; with one of your own it is TLSv1.2_2021.',
      },
    )
  }
}

/** CloudFront takes headers that are about security by their own settings, and refuses them among the others. */
function headersPolicy(scope: Construct): ResponseHeadersPolicy {
  const {
    'Content-Security-Policy': contentSecurityPolicy,
    'Strict-Transport-Security': transport,
    'X-Content-Type-Options': _contentType,
    'Referrer-Policy': referrerPolicy,
    ...others
  } = securityHeaders
  return new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      strictTransportSecurity: { ...parsed(transport), override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: referrerPolicy as HeadersReferrerPolicy, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
    },
  })
}

/** In the parts in which CloudFront wants it. */
function parsed(transport: string) {
  return {
    accessControlMaxAge: Duration.seconds(Number(transport.match(/max-age=(\d+)/)?.[1])),
    includeSubdomains: transport.includes('includeSubDomains'),
  }
}
