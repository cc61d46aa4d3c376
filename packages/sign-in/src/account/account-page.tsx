'use client'

import { useCallback, useEffect, useState } from 'react'
import { causeOf } from '../failures/cause'
import { type Failure, failureOf } from '../failures/failure'
import { type Account, accountGateway } from '../gateway/account'
import { useEntrance, useMessages } from '../react/context'
import type { Session } from '../session/session'
import { AttributesSection } from './attributes-section'
import { DeleteSection } from './delete-section'
import { DevicesSection } from './devices-section'
import { FactorsSection } from './factors-section'
import { PasskeysSection } from './passkeys-section'
import { PasswordSection } from './password-section'

interface AccountPageProps {
  /** The name of the product. */
  readonly title: string
  readonly session: Session
}

/** What a section of the account page is given. */
export interface SectionProps {
  readonly account: Account
  /** Fetches what has changed. */
  readonly reload: () => Promise<void>
}

/** One's own account, one idea a section. */
export function AccountPage({ title, session }: AccountPageProps) {
  const { configuration, flow } = useEntrance()
  const { restoring, retry, failures } = useMessages()
  const [account, setAccount] = useState<Account>()
  const [failure, setFailure] = useState<Failure>()

  const reload = useCallback(async () => {
    setAccount(await accountGateway.fetch())
    // The rest of the page reads who is in from the session.
    await flow.fetchSession()
  }, [flow])

  const begin = useCallback(() => {
    setFailure(undefined)
    accountGateway.fetch().then(setAccount, (thrown: unknown) => {
      const refused = failureOf(thrown)
      if (!flow.endIfOver(refused)) setFailure(refused)
    })
  }, [flow])

  useEffect(begin, [begin])

  if (failure) {
    return (
      <div className="notice failure" role="alert">
        <p>{failures[causeOf(failure)](failure)}</p>
        <button type="button" onClick={begin}>
          {retry}
        </button>
      </div>
    )
  }
  if (!account) return <p role="status">{restoring}</p>
  return (
    <>
      <AttributesSection account={account} reload={reload} />
      <PasswordSection username={session.username} />
      {configuration.passwordless?.webAuthn && <PasskeysSection account={account} />}
      {configuration.mfa?.status !== 'off' && (
        <FactorsSection account={account} reload={reload} issuer={title} />
      )}
      <DevicesSection />
      <DeleteSection />
    </>
  )
}
