'use client'

import type { SignInConfiguration } from '../configuration'
import type { Attributes } from '../gateway/account'
import { useEntrance } from '../react/context'
import type { MfaType } from '../screens/screen'
import type { SectionProps } from './account-page'
import { FactorRow } from './factor-row'
import { useAccountMessages } from './messages'

interface FactorsSectionProps extends SectionProps {
  /** Whom the authenticator app names: the product. */
  readonly issuer: string
}

/** The second factors. Which of them the pool offers, a browser cannot ask it: the configuration may say so. */
export function FactorsSection({ account, reload, issuer }: FactorsSectionProps) {
  const { configuration } = useEntrance()
  const { factors: texts } = useAccountMessages()
  return (
    <section className="part" aria-labelledby="genkan-factors">
      <h2 id="genkan-factors">{texts.title}</h2>
      <p className="hint">{texts.hint}</p>
      <ul className="rows">
        {offered(configuration).map((factor) => (
          <FactorRow
            key={factor}
            factor={factor}
            isReady={isReady(factor, account.attributes)}
            issuer={issuer}
            account={account}
            reload={reload}
          />
        ))}
      </ul>
    </section>
  )
}

function offered({ mfa }: SignInConfiguration): readonly MfaType[] {
  const off: MfaType[] = []
  if (mfa?.totpEnabled === false) off.push('TOTP')
  if (mfa?.smsEnabled === false) off.push('SMS')
  return (['TOTP', 'EMAIL', 'SMS'] as const).filter((factor) => !off.includes(factor))
}

/** Codes go only to an address that has shown to be one's own. */
function isReady(factor: MfaType, attributes: Attributes): boolean {
  if (factor === 'TOTP') return true
  return attributes[factor === 'EMAIL' ? 'email_verified' : 'phone_number_verified'] === 'true'
}
