'use client'

import { Authenticator } from '@aws-amplify/ui-react'
import { Amplify } from 'aws-amplify'
import '@aws-amplify/ui-react/styles.css'

Amplify.configure({
  Auth: {
    Cognito: { userPoolId: 'ap-northeast-1_AbCdEfGhI', userPoolClientId: 'abcdefghijklmnopqrstuvwxyz' },
  },
})

export default function Page() {
  return (
    <Authenticator>
      {({ user, signOut }) => (
        <button type="button" onClick={signOut}>
          {user?.username}
        </button>
      )}
    </Authenticator>
  )
}
