'use client'

import { useFillSignIn, useLanguage, useSession } from '@genkan/sign-in'
import { useEffect, useState } from 'react'
import { fetchSeed, type SeededUser } from './seed'
import { texts as inLanguage } from './texts'

/** Says that this is the local user pool, who is in it, and where its mail is. Not in a build for Amazon Cognito. */
export default function Strip({ endpoint }: { readonly endpoint: string }) {
  const texts = inLanguage[useLanguage()]
  const { session } = useSession()
  const fill = useFillSignIn()
  const [users, setUsers] = useState<readonly SeededUser[] | 'unreachable'>()

  useEffect(() => {
    fetchSeed(endpoint).then(setUsers, () => setUsers('unreachable'))
  }, [endpoint])

  return (
    <aside className="strip" aria-labelledby="strip">
      <h2 id="strip">{texts.title}</h2>
      <div role="status">
        {users === 'unreachable' && <p className="notice failure">{texts.unreachable}</p>}
      </div>
      {users !== 'unreachable' && <p className="hint">{texts.about}</p>}
      {Array.isArray(users) && !session && (
        <details>
          <summary>{texts.users}</summary>
          <ul>
            {users.map((user: SeededUser) => (
              <li key={user.email}>
                <button
                  type="button"
                  className="link"
                  aria-label={texts.fill(user.email)}
                  onClick={() => fill({ username: user.email, password: user.password })}
                >
                  {user.email}
                </button>
                <span className="hint">{texts.states[user.state]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <a href={new URL('/_local/inbox', endpoint).href} target="_blank" rel="noreferrer">
        {texts.inbox}
      </a>
    </aside>
  )
}
