import { administration } from './administration.ts'
import { ofTheModel } from './of-the-model.ts'
import { passkeysAndDevices } from './passkeys-and-devices.ts'
import { people } from './people.ts'
import { type Provocation, rowsOf } from './provocation.ts'
import { signIn } from './sign-in.ts'
import { triggers } from './triggers.ts'

const tables = [administration, people, signIn, passkeysAndDevices, triggers]

const pairOf = ({ operation, exception }: Provocation) => `${operation} ${exception}`

/** Every provocation: those with words of their own, and for the rest those that the model tells. */
export function allProvocations(): Provocation[] {
  const own = tables.flatMap(rowsOf)
  const told = new Set(own.map(pairOf))
  return [...own, ...ofTheModel().filter((row) => !told.has(pairOf(row)))]
}
