import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Triggers, triggerNames } from '../domain/trigger-events.ts'

/** A module that cannot serve as triggers, with a message for the person who started the pool. */
export class TriggersUnusableError extends Error {
  override readonly name = 'TriggersUnusableError'
}

/**
 * The triggers in a module, TypeScript included: each is an export that is named as the trigger is.
 *
 * @param file its name, from the current directory
 * @throws TriggersUnusableError
 */
export async function loadTriggers(file: string): Promise<Triggers> {
  const { default: _, 'module.exports': __, __esModule: ___, ...exported } = await loaded(file)
  const names: readonly string[] = triggerNames
  const unknown = Object.keys(exported).filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    throw new TriggersUnusableError(
      `${file} exports ${unknown.join(', ')}, which is no trigger. There are: ${names.join(', ')}.`,
    )
  }
  const others = Object.keys(exported).filter((name) => typeof exported[name] !== 'function')
  if (others.length > 0) throw new TriggersUnusableError(`${file}: ${others.join(', ')} is no function.`)
  if (Object.keys(exported).length === 0) {
    throw new TriggersUnusableError(`${file} exports no trigger. There are: ${names.join(', ')}.`)
  }
  return { ...exported }
}

async function loaded(file: string): Promise<Record<string, unknown>> {
  try {
    return await import(pathToFileURL(resolve(file)).href)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new TriggersUnusableError(`The triggers in ${file} cannot be loaded: ${reason}`, { cause: error })
  }
}
