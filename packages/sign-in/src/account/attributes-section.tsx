'use client'

import { useState } from 'react'
import { useEntrance } from '../react/context'
import type { SectionProps } from './account-page'
import { AttributeRow } from './attribute-row'
import { useAccountMessages } from './messages'

// What the pool keeps for itself, or shows beside the attribute that it is about.
const notShown = ['sub', 'email_verified', 'phone_number_verified', 'identities', 'updated_at']

/** The attributes: the e-mail address, those that the configuration names, and whatever else is there. */
export function AttributesSection({ account, reload }: SectionProps) {
  const { userAttributes = {} } = useEntrance().configuration
  const { attributes: texts } = useAccountMessages()
  const required = new Map(Object.entries(userAttributes).map(([key, { required: is }]) => [key, is]))
  // One that is deleted keeps its row while the page is open: its message is there, and the way back.
  const [names] = useState(() => new Set(['email', ...required.keys(), ...Object.keys(account.attributes)]))
  return (
    <section className="part" aria-labelledby="genkan-attributes">
      <h2 id="genkan-attributes">{texts.title}</h2>
      <ul className="rows">
        {[...names]
          .filter((name) => !notShown.includes(name))
          .map((name) => (
            <AttributeRow
              key={name}
              name={name}
              isRequired={name === 'email' || required.get(name) === true}
              account={account}
              reload={reload}
            />
          ))}
      </ul>
    </section>
  )
}
