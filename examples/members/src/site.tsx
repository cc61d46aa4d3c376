import { SessionProvider, type SignInConfiguration, useSession } from '@genkan/sign-in'
import type { ReactNode } from 'react'
import '@genkan/sign-in/sign-in.css'

const { VITE_USER_POOL_ID, VITE_CLIENT_ID, VITE_ENDPOINT, VITE_API_URL } = import.meta.env

const configuration: SignInConfiguration = {
  userPoolId: VITE_USER_POOL_ID,
  userPoolClientId: VITE_CLIENT_ID,
  userAttributes: { name: { required: true } },
  // Only for the local user pool; Amazon Cognito is found by the ID of the pool.
  ...(VITE_ENDPOINT && { userPoolEndpoint: VITE_ENDPOINT }),
  // Tokens go to this API and nowhere else.
  api: { origins: [new URL(VITE_API_URL).origin], token: 'idToken' },
}

/** Around every page: knows who is signed in. */
export function Site({ children }: { readonly children: ReactNode }) {
  return (
    <SessionProvider configuration={configuration} title="Bookshop">
      <Menu />
      {children}
    </SessionProvider>
  )
}

function Menu() {
  const { state, user, signOut } = useSession()
  return (
    <nav>
      <a href="/">Books</a> <a href="/members.html">Your orders</a>{' '}
      {state === 'signedIn' && (
        <>
          <span>{user?.username}</span>{' '}
          <button type="button" onClick={() => void signOut()}>
            Sign out
          </button>
        </>
      )}
    </nav>
  )
}
