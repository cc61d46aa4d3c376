import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('answers the certificate of the pool, for ten years, the same each time', async () => {
  const { call, wait, userPoolId: UserPoolId } = await testPool()
  const { Certificate = '' } = await call('GetSigningCertificate', { UserPoolId })
  const certificate = new X509Certificate(Buffer.from(Certificate, 'base64'))
  expect(certificate.subject).toBe(`CN=${UserPoolId}`)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.validTo).toBe('Nov 21 09:00:00 2036 GMT')
  wait({ days: 100 })
  expect(await call('GetSigningCertificate', { UserPoolId })).toEqual({ Certificate })
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  expect(await refusal('GetSigningCertificate', { UserPoolId: 'ap-northeast-1_none' })).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})
