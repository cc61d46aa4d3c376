'use client'

import { useCallback } from 'react'
import { type Account, accountGateway } from '../gateway/account'
import { useEntrance, useMessages } from '../react/context'
import { Trouble } from '../react/trouble'
import type { Session } from '../session/session'
import { AttributesSection } from './attributes-section'
import { DeleteSection } from './delete-section'
import { DevicesSection } from './devices-section'
import { FactorsSection } from './factors-section'
import { PasskeysSection } from './passkeys-section'
import { PasswordSection } from './password-section'
import { useFetched } from './use-fetched'

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
  const { restoring } = useMessages()
  const { value: account, failure, list, reload: fetchAgain } = useFetched(accountGateway.fetch)

  const reload = useCallback(async () => {
    await fetchAgain()
    // The rest of the page reads who is in from the session.
    await flow.fetchSession()
  }, [fetchAgain, flow])

  if (failure) return <Trouble failure={failure} onRetry={() => void list()} />
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
