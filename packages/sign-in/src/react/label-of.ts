import type { Field } from '../fields/field'
import type { Messages } from '../messages/messages'
import type { StandardAttribute } from '../messages/standard-attribute'

/** The label of a field; an attribute that only this pool has is called by its name. */
export function labelOf({ label }: Field, messages: Messages): string {
  if (typeof label === 'string') return messages.fields[label].label
  const { attribute } = label
  return isStandard(attribute, messages) ? messages.attributes[attribute] : attribute.replace(/^custom:/, '')
}

/** What to know before typing. */
export function hintOf({ label }: Field, messages: Messages): string | undefined {
  if (typeof label === 'string') return messages.fields[label].hint
  const { attribute } = label
  return isStandard(attribute, messages) ? messages.attributeHints[attribute] : undefined
}

function isStandard(attribute: string, { attributes }: Messages): attribute is StandardAttribute {
  return Object.hasOwn(attributes, attribute)
}
