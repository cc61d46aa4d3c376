'use client'

import { useCallback, useId, useRef } from 'react'
import { type Device, devicesGateway } from '../gateway/devices'
import { useEntrance } from '../react/context'
import { Trouble } from '../react/trouble'
import { DeviceRow } from './device-row'
import { useAccountMessages } from './messages'
import { Said } from './said'
import { useFetched } from './use-fetched'
import { useTask } from './use-task'

/**
 * The devices. A browser cannot ask the pool whether it tells them apart: where there are none, there is no section.
 * They are fetched on their own, so that the rest of the page neither waits for them nor fails with them.
 */
export function DevicesSection() {
  const { flow } = useEntrance()
  const { devices: texts } = useAccountMessages()
  const id = useId()
  const task = useTask()
  const fetch = useCallback(() => devicesGateway.fetch(flow.deviceKey()), [flow])
  const { value: devices, failure, list } = useFetched(fetch)
  const heading = useRef<HTMLHeadingElement>(null)

  function remember() {
    return task.run(async () => {
      await devicesGateway.remember()
      await list()
      return 'deviceRemembered'
    })
  }

  async function forget(device: Device) {
    const forgotten = await task.run(async () => {
      await devicesGateway.forget(device)
      if (device.isHere) return undefined
      await list()
      return 'deviceForgotten'
    })
    if (!forgotten) return
    if (device.isHere) flow.endSession('deviceForgotten')
    // What was pressed is gone with its device.
    else heading.current?.focus()
  }

  // Nobody is told that their devices cannot be fetched where it is not known that there are any.
  if (devices ? devices.listed.length === 0 : !failure || !flow.deviceKey()) return null
  return (
    <section className="part" aria-labelledby="genkan-devices">
      <h2 ref={heading} id="genkan-devices" tabIndex={-1}>
        {texts.title}
      </h2>
      <p className="hint">{texts.hint}</p>
      <Said task={task} id={id} />
      {devices && (
        <ul className="rows">
          {devices.listed.map((device) => (
            <DeviceRow
              key={device.key}
              device={device}
              busy={task.busy}
              onRemember={remember}
              onForget={() => forget(device)}
            />
          ))}
        </ul>
      )}
      {devices?.isCut && <p className="hint">{texts.cut(devices.listed.length)}</p>}
      {failure && <Trouble failure={failure} onRetry={() => void list()} />}
    </section>
  )
}
