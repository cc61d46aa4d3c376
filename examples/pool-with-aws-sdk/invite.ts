import {
  AdminCreateUserCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'

/** The app's own code: invites somebody by e-mail, and answers who they are to the pool. */
export async function invite(client: CognitoIdentityProviderClient, userPoolId: string, email: string) {
  const { User } = await client.send(
    new AdminCreateUserCommand({
      UserPoolId: userPoolId,
      Username: email,
      TemporaryPassword: 'Temporary-2026',
      DesiredDeliveryMediums: ['EMAIL'],
    }),
  )
  return { id: User?.Username, status: User?.UserStatus }
}
