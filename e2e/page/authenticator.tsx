import { Authenticator } from '@aws-amplify/ui-react'
import { Amplify } from 'aws-amplify'
import { createRoot } from 'react-dom/client'
import '@aws-amplify/ui-react/styles.css'

// Amplify's own entrance, as its documentation shows it: what it draws and when it calls what is none of ours.
const { props, ...Cognito } = JSON.parse(new URLSearchParams(location.search).get('configuration') ?? '{}')
Amplify.configure({ Auth: { Cognito } })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Authenticator {...props}>
      {({ signOut, user }) => (
        <main>
          <h1>Hello {user?.signInDetails?.loginId}</h1>
          <button type="button" onClick={signOut}>
            Sign out
          </button>
        </main>
      )}
    </Authenticator>,
  )
}
