import { isRecord } from '../core/record.ts'
import { shapeOf } from '../protocol/model.ts'

/**
 * Where a value is of another type than the model says, such as `.Policies.PasswordPolicy`: empty for the whole of it,
 * undefined where there is no such place. Members that the model does not name may be anything.
 */
export function mistyped(value: unknown, shapeName: string, place = ''): string | undefined {
  const shape = shapeOf(shapeName)
  const unless = (fits: boolean) => (fits ? undefined : place)
  switch (shape.type) {
    case 'structure': {
      if (shape.document) return undefined
      if (!isRecord(value)) return place
      return first(Object.entries(shape.members), ([name, target]) =>
        Object.hasOwn(value, name) ? mistyped(value[name], target, `${place}.${name}`) : undefined,
      )
    }
    case 'list':
      if (!Array.isArray(value)) return place
      return first([...value.entries()], ([index, member]) =>
        mistyped(member, shape.member, `${place}[${index}]`),
      )
    case 'map':
      if (!isRecord(value)) return place
      return first(Object.entries(value), ([key, member]) => mistyped(member, shape.value, `${place}.${key}`))
    case 'string':
      return unless(typeof value === 'string' && (shape.enum?.includes(value) ?? true))
    case 'blob':
      return unless(typeof value === 'string')
    case 'integer':
    case 'long':
    case 'timestamp':
      return unless(typeof value === 'number')
    case 'boolean':
      return unless(typeof value === 'boolean')
  }
}

function first<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const place = placeOf(item)
    if (place !== undefined) return place
  }
  return undefined
}
