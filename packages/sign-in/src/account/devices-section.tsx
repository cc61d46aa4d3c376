'use client'

import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { causeOf } from '../failures/cause'
import { type Failure, failureOf } from '../failures/failure'
import { type Device, type Devices, devicesGateway } from '../gateway/devices'
import { useEntrance, useMessages } from '../react/context'
import { DeviceRow } from './device-row'
import { useAccountMessages } from './messages'
import { Said } from './said'
import { useTask } from './use-task'

/**
 * The devices. A browser cannot ask the pool whether it tells them apart: where there are none, there is no section.
 * They are fetched on their own, so that the rest of the page neither waits for them nor fails with them.
 */
export function DevicesSection() {
  const { flow } = useEntrance()
  const { retry, failures } = useMessages()
  const { devices: texts } = useAccountMessages()
  const id = useId()
  const task = useTask()
  const [devices, setDevices] = useState<Devices>()
  const [failure, setFailure] = useState<Failure>()
  const heading = useRef<HTMLHeadingElement>(null)

  /** Tells a failure itself: what was done before stays done. */
  const list = useCallback(async () => {
    setFailure(undefined)
    try {
      setDevices(await devicesGateway.fetch(flow.deviceKey()))
    } catch (thrown) {
      const refused = failureOf(thrown)
      if (!flow.endIfOver(refused)) setFailure(refused)
    }
  }, [flow])

  useEffect(() => void list(), [list])

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
      {failure && (
        <div className="notice failure" role="alert">
          <p>{failures[causeOf(failure)](failure)}</p>
          <button type="button" onClick={() => void list()}>
            {retry}
          </button>
        </div>
      )}
    </section>
  )
}
