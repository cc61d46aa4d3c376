import { signingCertificate } from '../domain/signing-certificate.ts'
import { operation } from './operation.ts'

/** The certificate of the key with which the pool would sign what it asks SAML providers. */
export const GetSigningCertificate = operation('GetSigningCertificate', async (input, { keys, pools }) => ({
  Certificate: await signingCertificate(keys, pools.get(input.UserPoolId)),
}))
