import * as auth from 'aws-amplify/auth'
import { failureOf } from '../failures/failure'
import { stayingHere } from './redirect'

/** A device on which somebody has signed in, where the pool tells devices apart. */
export interface Device {
  readonly key: string
  /** What the browser called itself: a long line that begins with the system, or its `User-Agent`. */
  readonly name: string | undefined
  /** Whether it is the one in front of the person. */
  readonly isHere: boolean
  readonly isRemembered: boolean
  readonly firstUsed: Date | undefined
  readonly lastUsed: Date | undefined
}

/** What is known of somebody's devices. */
export interface Devices {
  /** The one in front of the person, then the others from the last used on. */
  readonly listed: readonly Device[]
  /** Whether there may be more: Amplify asks for one page, and does not tell whether it was the last. */
  readonly isCut: boolean
}

const longestPage = 60

/** What somebody who is signed in does to their devices. Each function rejects with what Amplify throws. */
export const devicesGateway = {
  /**
   * Resolves no devices where the pool tells none apart.
   *
   * @param here the key of the device in front of the person, where the pool has given it one
   */
  async fetch(here: string | undefined): Promise<Devices> {
    const fetched = await auth.fetchDevices().catch((thrown: unknown) => {
      if (failureOf(thrown).name === 'InvalidUserPoolConfigurationException') return undefined
      throw thrown
    })
    if (!fetched) return { listed: [], isCut: false }
    const listed = fetched.map((device) => read(device, here))
    // A pool that asks the person first may list no device that is not remembered yet.
    if (here !== undefined && !listed.some(({ isHere }) => isHere)) listed.push(unlisted(here))
    return { listed: listed.sort(inOrder), isCut: fetched.length >= longestPage }
  },

  /** Lets the pool take the device in front of the person for known at the next sign-in. */
  async remember(): Promise<void> {
    await auth.rememberDevice()
  },

  /** Deletes the device in the pool. The one in front of the person is signed out as well. */
  async forget({ key, isHere }: Device): Promise<void> {
    await auth.forgetDevice({ device: { id: key } }).catch((thrown: unknown) => {
      // It was forgotten from elsewhere: what was wanted is so.
      if (failureOf(thrown).name !== 'ResourceNotFoundException') throw thrown
    })
    // The pool ends the session of a device that is forgotten; this makes sure of it, and clears what is kept here.
    if (isHere) await stayingHere(auth.signOut())
  },
}

function read(
  { id, name, createDate, lastAuthenticatedDate, ...device }: AmplifyDevice,
  here?: string,
): Device {
  const { attributes = {} } = device
  return {
    key: id,
    name,
    isHere: id === here,
    // A pool that does not say so lists only those that it remembers.
    isRemembered: attributes['dev:device_remembered_status'] !== 'not_remembered',
    firstUsed: createDate,
    lastUsed: lastAuthenticatedDate,
  }
}

type AmplifyDevice = auth.FetchDevicesOutput[number]

function unlisted(key: string): Device {
  const unknown = { name: undefined, firstUsed: undefined, lastUsed: undefined }
  return { key, isHere: true, isRemembered: false, ...unknown }
}

function inOrder(a: Device, b: Device): number {
  if (a.isHere !== b.isHere) return a.isHere ? -1 : 1
  return (b.lastUsed?.getTime() ?? 0) - (a.lastUsed?.getTime() ?? 0)
}
