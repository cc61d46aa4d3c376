import { shapeOf } from './protocol/model.ts'

/**
 * What in an answer the model does not describe: members it does not name, required ones that are missing, wrong
 * types. Lengths and patterns are for requests; AWS's own answers do not keep all of them.
 */
export function unexpected(value: unknown, shapeName: string, path = ''): string[] {
  const shape = shapeOf(shapeName)
  const isType = (type: string) => (typeof value === type ? [] : [`${path} is not a ${type}`])
  switch (shape.type) {
    case 'structure': {
      if (shape.document) return []
      const members = Object.entries(value as object)
      const missing = (shape.required ?? []).filter((name) => !members.some(([member]) => member === name))
      return [
        ...missing.map((name) => `${path}.${name} is missing`),
        ...members.flatMap(([name, member]) => {
          const target = shape.members[name]
          return target
            ? unexpected(member, target, `${path}.${name}`)
            : [`${path}.${name} is not in the model`]
        }),
      ]
    }
    case 'list':
      if (!Array.isArray(value)) return [`${path} is not a list`]
      return value.flatMap((member, index) => unexpected(member, shape.member, `${path}[${index}]`))
    case 'map':
      return Object.entries(value as object).flatMap(([key, member]) =>
        unexpected(member, shape.value, `${path}.${key}`),
      )
    case 'string':
      return shape.enum && !shape.enum.includes(String(value)) ? [`${path} is ${value}`] : isType('string')
    case 'blob':
      return isType('string')
    case 'boolean':
      return isType('boolean')
    case 'integer':
    case 'long':
    case 'timestamp':
      return isType('number')
  }
}
