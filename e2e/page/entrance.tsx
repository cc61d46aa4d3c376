import { type CustomChallengeProps, SessionProvider, SignIn, useSession } from '@genkan/sign-in'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import '@genkan/sign-in/sign-in.css'

// The entrance with whatever configuration a journey asks for, in the address or, where that is to be left and returned
// to, in the page itself: what the site is built with is fixed.
const { asksRiddles = false, ...configuration } =
  window.configuration ?? JSON.parse(new URLSearchParams(location.search).get('configuration') ?? '{}')

function Riddle({ additionalInfo }: CustomChallengeProps) {
  return <p className="riddle">{Object.values(additionalInfo).join()}</p>
}

/** Gives journeys what an application around the entrance has. */
function Application() {
  const session = useSession()
  useEffect(() => {
    window.session = session
  }, [session])
  return null
}

window.configureAmplifyAgain = async () => {
  const { Amplify } = await import('aws-amplify')
  Amplify.configure(Amplify.getConfig())
}

const props = { configuration, title: 'Genkan', ...(asksRiddles && { customChallenge: Riddle }) }
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <SessionProvider {...props}>
      <Application />
      <SignIn {...props} />
    </SessionProvider>,
  )
}
