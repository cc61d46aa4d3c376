import { Amplify } from 'aws-amplify'
import * as auth from 'aws-amplify/auth'

// For what the entrance has no use: journeys call Amplify itself here, in the same browser.
declare global {
  interface Window {
    auth: typeof auth
  }
}

Amplify.configure({
  Auth: { Cognito: JSON.parse(new URLSearchParams(location.search).get('configuration') ?? '{}') },
})
window.auth = auth
