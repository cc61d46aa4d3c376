import {
  changePassword,
  forgotPassword,
  importJob,
  signUp,
  tidy,
  verifyAddress,
  watched,
} from './accounts.ts'
import type { Run } from './run.ts'
import type { Scene } from './scene.ts'
import {
  authenticatorApp,
  byChoice,
  byPassword,
  bySrp,
  byWrongProof,
  device,
  newPassword,
  passkey,
  refresh,
} from './sign-ins.ts'
import { addPerson, type World } from './world.ts'

const scenes: readonly (readonly [number, Scene])[] = [
  [6, byPassword],
  // The client's arithmetic takes a hundred times as long as all the rest.
  [0.01, bySrp],
  [2, byWrongProof],
  [2, signUp],
  [2, forgotPassword],
  [2, changePassword],
  [4, byChoice],
  [4, refresh],
  [2, verifyAddress],
  [2, authenticatorApp],
  [2, passkey],
  [2, device],
  [1, importJob],
  [1, newPassword],
  [2, watched],
  [1, addPerson],
  [0.4, tidy],
]

/** One of them, about somebody who is there. */
export async function anyScene(run: Run, world: World): Promise<void> {
  if (world.people.length < 2) await addPerson(run, world)
  const person = run.chance.pick(world.people)
  if (!person) return
  // Most of what somebody may do needs a token that has not ended.
  if (run.now - (person.since ?? 0) > 50 * 60_000) await byPassword(run, world, person)
  await run.chance.weighed(scenes)(run, world, person)
}
