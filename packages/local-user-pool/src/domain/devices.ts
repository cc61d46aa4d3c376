import { createHash } from 'node:crypto'
import { newUuid } from '../core/identifiers.ts'
import { isVerifier } from '../core/srp.ts'
import { deviceKeyExists, invalidParameter, resourceNotFound } from '../protocol/exceptions.ts'
import type {
  DeviceSecretVerifierConfigType,
  DeviceType,
  NewDeviceMetadataType,
} from '../protocol/types.generated.ts'
import { type DeviceRecord, DeviceTable } from '../storage/devices.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import { seconds, type World } from './world.ts'

export type Device = DeviceRecord

/** The devices that users have signed in with and that have a password of their own. */
export class Devices {
  readonly #world: World
  readonly #table: DeviceTable

  constructor(world: World) {
    this.#world = world
    this.#table = new DeviceTable(world.database)
  }

  find({ poolId, username }: User, key: string): Device | undefined {
    return this.#table.get(poolId, username, key)
  }

  /** @throws ResourceNotFoundException */
  get(user: User | undefined, key: string): Device {
    const device = user && this.find(user, key)
    if (!device) throw noSuchDevice()
    return device
  }

  list({ poolId, username }: User, after: string, limit: number): Device[] {
    return this.#table.list(poolId, username, after, limit)
  }

  /** The key of a device that is not known yet; there is no device before it is confirmed. */
  newKey(): string {
    return `${this.#world.region}_${newUuid(this.#world.random)}`
  }

  /**
   * Keeps what a device's password is verified with.
   *
   * @throws DeviceKeyExistsException, InvalidParameterException
   */
  confirm(
    user: User,
    key: string,
    name: string | undefined,
    config: DeviceSecretVerifierConfigType | undefined,
    remembered: boolean,
  ): void {
    const salt = hex(config?.Salt)
    const verifier = hex(config?.PasswordVerifier)
    // assumed: the words.
    if (!salt || !isVerifier(verifier)) throw invalidParameter('Invalid device secret verifier given.')
    this.#world.database.transaction(() => {
      if (this.find(user, key)) throw deviceKeyExists('Device key already exists.')
      const now = this.#world.clock()
      this.#table.insert({
        poolId: user.poolId,
        username: user.username,
        key,
        name: name ?? null,
        salt,
        verifier,
        remembered,
        createdAt: now,
        modifiedAt: now,
        authenticatedAt: now,
      })
    })
  }

  remember(device: Device, remembered: boolean): void {
    this.#table.setRemembered(device, remembered, this.#world.clock())
  }

  /**
   * Notes that somebody has signed in with the device.
   *
   * @throws ResourceNotFoundException where it was forgotten in the meantime
   */
  authenticated(device: Device): void {
    if (!this.#table.setAuthenticated(device, this.#world.clock())) throw noSuchDevice()
  }

  /** Deletes the device alone; what hangs on it is the caller's to end. */
  delete(device: Device): void {
    this.#table.delete(device)
  }
}

// observed: the words, which clients of AWS wait for to go on without the device.
const noSuchDevice = () => resourceNotFound('Device does not exist.')

/** Whether the pool tells devices apart. */
// documented: a value for any member of DeviceConfiguration activates the remembering of devices.
export function tracksDevices({ DeviceConfiguration }: UserPool): boolean {
  return Object.values(DeviceConfiguration ?? {}).some((value) => value !== undefined && value !== null)
}

/** Whether the pool takes the proof of a remembered device in place of a second factor. */
export function remembersInsteadOfMfa({ DeviceConfiguration }: UserPool): boolean {
  return DeviceConfiguration?.ChallengeRequiredOnNewDevice === true
}

/** What stands in the place of the pool's name in the arithmetic of a device's password. */
// assumed: one for all of a pool's devices; a hyphen and nine alphanumerics, as those that are seen in public.
export function deviceGroupKey({ Id }: Pick<UserPool, 'Id'>): string {
  const text = createHash('sha256').update(`device group of ${Id}`).digest('base64')
  return `-${text.replace(/[^\w]/g, '').slice(0, 9)}`
}

/** What a client is told that may set a new device up. */
export function newDeviceMetadata(pool: UserPool, DeviceKey: string): NewDeviceMetadataType {
  return { DeviceKey, DeviceGroupKey: deviceGroupKey(pool) }
}

/** A device as the API tells of it. */
// documented: the names of the attributes, in the examples of ListDevices. Those that only AWS could fill are left out.
export function deviceType(device: Device): DeviceType {
  const attributes = {
    device_status: 'valid',
    ...(device.name !== null && { device_name: device.name }),
    'dev:device_remembered_status': device.remembered ? 'remembered' : 'not_remembered',
  }
  return {
    DeviceKey: device.key,
    DeviceAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    DeviceCreateDate: seconds(device.createdAt),
    DeviceLastModifiedDate: seconds(device.modifiedAt),
    DeviceLastAuthenticatedDate: seconds(device.authenticatedAt),
  }
}

function hex(base64: string | undefined): string {
  return Buffer.from(base64 ?? '', 'base64').toString('hex')
}
