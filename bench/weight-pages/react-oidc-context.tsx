'use client'

import { AuthProvider, useAuth } from 'react-oidc-context'

const settings = {
  authority: 'https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_AbCdEfGhI',
  client_id: 'abcdefghijklmnopqrstuvwxyz',
  redirect_uri: 'http://localhost:3000/',
  response_type: 'code',
  scope: 'openid email',
}

export default function Page() {
  return (
    <AuthProvider {...settings}>
      <SignIn />
    </AuthProvider>
  )
}

function SignIn() {
  const auth = useAuth()
  if (auth.isAuthenticated)
    return (
      <button type="button" onClick={() => void auth.removeUser()}>
        {auth.user?.profile.email}
      </button>
    )
  return (
    <button type="button" onClick={() => void auth.signinRedirect()}>
      ログイン
    </button>
  )
}
