import { RequireSession, SignedOutError, useSession } from '@genkan/sign-in'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Site } from './site'

function Orders() {
  const { claims, authorizedFetch } = useSession()
  const [answer, setAnswer] = useState<string>()

  async function load() {
    try {
      const response = await authorizedFetch(import.meta.env.VITE_API_URL)
      setAnswer(`${response.status} ${await response.text()}`)
    } catch (error) {
      // The entrance is shown by now; there is nothing to say.
      if (!(error instanceof SignedOutError)) setAnswer('The shop cannot be reached.')
    }
  }

  return (
    <main>
      <h1>Orders of {String(claims?.name)}</h1>
      <button type="button" onClick={() => void load()}>
        Load
      </button>
      <p role="status">{answer}</p>
    </main>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Site>
      <RequireSession>
        <Orders />
      </RequireSession>
    </Site>,
  )
}
