import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Annotations, Stack, type StackProps, Token, Validations } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { cacheControl, immutableFolder } from '../hosting/headers.ts'
import { basePathOf } from '../hosting/site.ts'
import type { Hosting } from './hosting.ts'

export interface SiteStackProps extends StackProps {
  readonly hosting: Hosting
  /** The folder of the exported site. */
  readonly out: string
}

/**
 * The exported site, in the bucket. There is none before the variables are known with which it is built; the stack is
 * then empty, so that `cdk destroy` knows of it all the same. So it is where the site was built for another place: it
 * carries an error that says so, by which it is not deployed, but can be taken away.
 */
export class SiteStack extends Stack {
  constructor(scope: Construct, id: string, { hosting, out, ...props }: SiteStackProps) {
    super(scope, id, props)
    this.addStackDependency(Stack.of(hosting))
    const entrance = join(out, 'index.html')
    const isBuilt = existsSync(entrance)
    const problem = isBuilt ? unservable(out, readFileSync(entrance, 'utf8')) : undefined
    if (problem !== undefined) Annotations.of(this).addError(problem)
    if (!isBuilt || problem !== undefined) {
      const reason = 'Without a site there is nothing in it, and nothing to deploy.'
      Validations.of(this).acknowledge({ id: 'CloudFormation-Validate::F0001', reason })
      return
    }
    const { bucketName, bucketArn } = hosting.bucket
    // By its names, or the deployments would put tags on it, and its stack would be another with a site than without.
    const destinationBucket = Bucket.fromBucketAttributes(this, 'Files', { bucketName, bucketArn })
    // What pages name is there before them. What old pages name stays: somebody has one open.
    const files = new BucketDeployment(this, 'Immutable', {
      sources: [Source.asset(out, { exclude: ['*', '!_next', '!_next/static', `!${immutableFolder}**`] })],
      destinationBucket,
      cacheControl: [CacheControl.fromString(cacheControl.immutable)],
      prune: false,
    })
    const pages = new BucketDeployment(this, 'Pages', {
      sources: [Source.asset(out, { exclude: [`${immutableFolder}**`] })],
      destinationBucket,
      cacheControl: [CacheControl.fromString(cacheControl.rest)],
      exclude: [`${immutableFolder}*`],
    })
    pages.node.addDependency(files)
    acknowledge(this)
  }
}

/** Why a build cannot be served here, and what to do; undefined where it can. */
function unservable(out: string, entrance: string): string | undefined {
  const basePath = basePathOf(entrance)
  if (basePath !== '') {
    return `The site was built with the basePath ${basePath}: its pages ask for ${basePath}/_next/…, which the export does not put into a folder of that name. This distribution has an address of its own, so leave basePath out of next.config.ts and build again.`
  }
  if (existsSync(join(out, '404/index.html'))) {
    return 'The site was built with trailingSlash: its pages are index.html of folders, and this distribution leads from /about/ to /about. Leave trailingSlash out of next.config.ts and build again.'
  }
  return undefined
}

/** CDK copies the files by a function of its own. What that is, and what it may do, is not ours to choose. */
function acknowledge(stack: Stack) {
  const account = Token.isUnresolved(stack.account) ? '<AWS::AccountId>' : stack.account
  const region = Token.isUnresolved(stack.region) ? '<AWS::Region>' : stack.region
  const allowed = [
    'Action::s3:GetObject*',
    'Action::s3:GetBucket*',
    'Action::s3:List*',
    'Action::s3:DeleteObject*',
    'Action::s3:Abort*',
    `Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${account}-${region}/*`,
    'Resource::Genkan:ExportsOutputFnGetAttHostingFilesDDAE6D73Arn4027D971/*',
  ]
  const log = 'Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
  Validations.of(stack).acknowledge(
    { id: `AwsSolutions-IAM4[${log}]`, reason: "CDK's own function that copies the files writes a log." },
    ...allowed.map((finding) => ({
      id: `AwsSolutions-IAM5[${finding}]`,
      reason:
        "CDK's own function copies every file from the bucket of assets to that of the site, and nothing else.",
    })),
    { id: 'AwsSolutions-L1', reason: "CDK's own function runs on the Python that CDK tests it with." },
  )
}
