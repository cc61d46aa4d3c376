import { type CustomChallengeProps, SignIn } from '@genkan/sign-in'
import { createRoot } from 'react-dom/client'
import '@genkan/sign-in/sign-in.css'

// The entrance with whatever configuration a journey asks for in the address: what the site is built with is fixed.
const { asksRiddles = false, ...configuration } = JSON.parse(
  new URLSearchParams(location.search).get('configuration') ?? '{}',
)

function Riddle({ additionalInfo }: CustomChallengeProps) {
  return <p className="riddle">{Object.values(additionalInfo).join()}</p>
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <SignIn configuration={configuration} title="Genkan" {...(asksRiddles && { customChallenge: Riddle })} />,
  )
}
