'use client'

import { useId, useState } from 'react'
import type { Device } from '../gateway/devices'
import { useLanguage } from '../react/context'
import { Confirmation } from './confirmation'
import { shortDeviceName } from './device-name'
import { useAccountMessages } from './messages'
import { useFocusBack } from './use-focus-back'

interface DeviceRowProps {
  readonly device: Device
  readonly busy: boolean
  /** Resolves whether it went well. */
  readonly onRemember: () => Promise<boolean>
  readonly onForget: () => Promise<void>
}

/** One device: which it is, when it was used, and the ways to have it remembered or forgotten. */
export function DeviceRow({ device, busy, onRemember, onForget }: DeviceRowProps) {
  const { devices: texts } = useAccountMessages()
  const id = useId()
  const [asked, setAsked] = useState(false)
  const begin = useFocusBack<HTMLButtonElement>(asked)

  const { isHere, isRemembered } = device
  const name = device.name ? shortDeviceName(device.name) : isHere ? texts.here : texts.unnamed

  async function remember() {
    if (await onRemember()) begin.current?.focus()
  }

  return (
    <li>
      {/* Devices of one name are told apart by when they were used. */}
      <div className="fact" id={`${id}facts`}>
        <p>{name}</p>
        {isHere && device.name && (
          <p>
            <strong>{texts.here}</strong>
          </p>
        )}
        <p className="hint">{isRemembered ? texts.remembered : texts.notRemembered}</p>
        <When text={texts.lastUsed} date={device.lastUsed} />
        <When text={texts.firstUsed} date={device.firstUsed} />
      </div>
      {asked ? (
        <Confirmation
          busy={busy}
          working={busy}
          confirm={texts.confirm}
          onConfirm={() => void onForget()}
          onCancel={() => setAsked(false)}
        >
          {isHere ? texts.questionHere : texts.question(name)}
        </Confirmation>
      ) : (
        <div className="actions">
          {isHere && !isRemembered && (
            <button type="button" aria-disabled={busy} onClick={() => void remember()}>
              {texts.remember}
            </button>
          )}
          <button
            ref={begin}
            type="button"
            aria-label={texts.forgetOf(name)}
            aria-describedby={`${id}facts`}
            onClick={() => setAsked(true)}
          >
            {texts.forget}
          </button>
        </div>
      )}
    </li>
  )
}

/** When something was, in the words of the language and the time zone of the browser. */
function When({ text, date }: { readonly text: (date: string) => string; readonly date: Date | undefined }) {
  const language = useLanguage()
  if (!date) return null
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <p className="hint">
      <time dateTime={date.toISOString()}>{text(format.format(date))}</time>
    </p>
  )
}
