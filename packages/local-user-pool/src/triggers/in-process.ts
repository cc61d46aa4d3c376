import type { Triggers } from '../domain/trigger-events.ts'
import type { TriggerFunctions } from '../domain/triggers.ts'

/** Functions of this process, which serve every pool in it; whoever has none asks the next. */
export function inProcess(triggers: Triggers, next?: TriggerFunctions): TriggerFunctions {
  return {
    has: (name, config) => triggers[name] !== undefined || next?.has(name, config) === true,
    async invoke(name, event, config, signal) {
      const trigger = triggers[name] as ((event: object) => unknown) | undefined
      return trigger ? trigger(event) : next?.invoke(name, event, config, signal)
    },
  }
}
