// A pool over HTTP, for any language: what stands here is all that a client sends.
//
//   npx local-user-pool --port 9339
//   node sign-up.mjs http://localhost:9339
const [url] = process.argv.slice(2)
const ClientId = 'genkanlocalclient000000000'
const Username = 'yuki@example.com'
const Password = 'Correct-Horse-1'

async function call(operation, input) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${answer.__type}: ${answer.message}`)
  return answer
}

const UserAttributes = [{ Name: 'name', Value: '田中 雪' }]
await call('SignUp', { ClientId, Username, Password, UserAttributes })

// What Cognito would send by e-mail is in the inbox.
const inbox = await fetch(`${url}/_local/inbox?to=${encodeURIComponent(Username)}`)
const { items } = await inbox.json()
await call('ConfirmSignUp', { ClientId, Username, ConfirmationCode: items[0].secret })

const { AuthenticationResult } = await call('InitiateAuth', {
  ClientId,
  AuthFlow: 'USER_AUTH',
  AuthParameters: { USERNAME: Username, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: Password },
})
const { AccessToken } = AuthenticationResult
const user = await call('GetUser', { AccessToken })
console.log(`Signed in: ${user.UserAttributes.find(({ Name }) => Name === 'name').Value}`)
