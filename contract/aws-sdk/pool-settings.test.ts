import { X509Certificate } from 'node:crypto'
import {
  AddCustomAttributesCommand,
  AdminUpdateUserAttributesCommand,
  CreateUserPoolReplicaCommand,
  DeleteUserPoolReplicaCommand,
  DescribeRiskConfigurationCommand,
  DescribeUserPoolCommand,
  GetLogDeliveryConfigurationCommand,
  GetProvisionedLimitCommand,
  GetSigningCertificateCommand,
  InvalidParameterException,
  ListTagsForResourceCommand,
  ListUserPoolReplicasCommand,
  SetLogDeliveryConfigurationCommand,
  SetRiskConfigurationCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateProvisionedLimitCommand,
  UpdateUserPoolReplicaCommand,
  UserPoolAddOnNotEnabledException,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser } from '../people.ts'
import { refusal } from '../refusal.ts'
import { tokensOf } from '../srp.ts'
import { newUserPool, present, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

test('adds an attribute that users have, and tokens tell', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const CustomAttributes = [{ Name: 'plan', AttributeDataType: 'String' as const, Mutable: true }]
  await admin.send(new AddCustomAttributesCommand({ UserPoolId, CustomAttributes }))
  const person = await confirmedUser(target)
  const UserAttributes = [{ Name: 'custom:plan', Value: 'gold' }]
  await admin.send(
    new AdminUpdateUserAttributesCommand({ UserPoolId, Username: person.email, UserAttributes }),
  )
  expect(decodeJwt((await tokensOf(target, person)).idToken)['custom:plan']).toBe('gold')
  await refusal(
    admin.send(new AddCustomAttributesCommand({ UserPoolId, CustomAttributes })),
    InvalidParameterException,
  )
})

test('tags a pool by its ARN', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const { UserPool } = await admin.send(new DescribeUserPoolCommand({ UserPoolId }))
  const ResourceArn = present(UserPool?.Arn)
  await admin.send(new TagResourceCommand({ ResourceArn, Tags: { team: 'a', stage: 'dev' } }))
  await admin.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['team'] }))
  const { Tags } = await admin.send(new ListTagsForResourceCommand({ ResourceArn }))
  expect(Tags).toEqual({ stage: 'dev' })
})

test('keeps what threat protection and logs would do', async () => {
  const { admin, userPoolId: UserPoolId } = target
  await refusal(
    admin.send(new DescribeRiskConfigurationCommand({ UserPoolId })),
    UserPoolAddOnNotEnabledException,
  )
  const watched = await newUserPool(admin, { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })
  const RiskExceptionConfiguration = { BlockedIPRangeList: ['192.0.2.0/24'] }
  await admin.send(new SetRiskConfigurationCommand({ UserPoolId: watched, RiskExceptionConfiguration }))
  const { RiskConfiguration } = await admin.send(
    new DescribeRiskConfigurationCommand({ UserPoolId: watched }),
  )
  expect(RiskConfiguration).toMatchObject({ UserPoolId: watched, RiskExceptionConfiguration })
  expect(RiskConfiguration?.LastModifiedDate).toBeInstanceOf(Date)

  const LogConfigurations = [{ LogLevel: 'ERROR' as const, EventSource: 'userNotification' as const }]
  await admin.send(new SetLogDeliveryConfigurationCommand({ UserPoolId, LogConfigurations }))
  const { LogDeliveryConfiguration } = await admin.send(
    new GetLogDeliveryConfigurationCommand({ UserPoolId }),
  )
  expect(LogDeliveryConfiguration).toEqual({ UserPoolId, LogConfigurations })
})

test('keeps a limit of the account', async () => {
  const { admin } = target
  const LimitDefinition = { LimitClass: 'API_CATEGORY' as const, Attributes: { Category: 'UserCreation' } }
  await admin.send(new UpdateProvisionedLimitCommand({ LimitDefinition, RequestedLimitValue: 300 }))
  const { Limit } = await admin.send(new GetProvisionedLimitCommand({ LimitDefinition }))
  expect(Limit).toEqual({ LimitDefinition, ProvisionedLimitValue: 300, FreeLimitValue: 50 })
})

test('keeps replicas', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const replica = { UserPoolId, RegionName: 'eu-west-1' }
  await admin.send(new CreateUserPoolReplicaCommand(replica))
  await admin.send(new UpdateUserPoolReplicaCommand({ ...replica, Status: 'ACTIVE' }))
  await refusal(admin.send(new DeleteUserPoolReplicaCommand(replica)), InvalidParameterException)
  const { UserPoolReplicas } = await admin.send(new ListUserPoolReplicasCommand({ UserPoolId }))
  expect(UserPoolReplicas?.map(({ RegionName, Status }) => [RegionName, Status])).toEqual([
    ['ap-northeast-1', 'ACTIVE'],
    ['eu-west-1', 'ACTIVE'],
  ])
})

test('has a certificate that can be read', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const { Certificate } = await admin.send(new GetSigningCertificateCommand({ UserPoolId }))
  const certificate = new X509Certificate(Buffer.from(present(Certificate), 'base64'))
  expect(certificate.verify(certificate.publicKey)).toBe(true)
})
