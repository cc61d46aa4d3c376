import type { Model, Shape } from '../src/protocol/model.ts'

/** Writes the TypeScript types of every operation's request and response from AWS's model of the API. */
export function typesOf(model: Model): string {
  const lines = [
    '// Generated from model.json by `npm run generate`. Do not edit.',
    '',
    ...Object.entries(model.shapes).flatMap(([name, shape]) => [declaration(name, shape), '']),
    'export interface Operations {',
    ...Object.entries(model.operations).map(
      ([name, { input, output }]) => `  ${name}: { input: ${input}; output: ${output ?? 'object'} }`,
    ),
    '}',
    '',
    `export type ExceptionName =\n${Object.keys(model.errors)
      .map((name) => `  | '${name}'`)
      .join('\n')}`,
    '',
  ]
  return lines.join('\n')
}

function declaration(name: string, shape: Shape): string {
  if (shape.type === 'structure' && shape.document) return `export type ${name} = unknown`
  if (shape.type !== 'structure') return `export type ${name} = ${reference(shape)}`
  const members = Object.entries(shape.members).map(([member, target]) => {
    const isRequired = shape.required?.includes(member)
    return isRequired ? `  ${member}: ${target}` : `  ${member}?: ${target} | undefined`
  })
  return [`export interface ${name} {`, ...members, '}'].join('\n')
}

function reference(shape: Exclude<Shape, { type: 'structure' }>): string {
  switch (shape.type) {
    case 'string':
      return shape.enum ? shape.enum.map((value) => `'${value}'`).join(' | ') : 'string'
    case 'integer':
    case 'long':
    case 'timestamp':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'blob':
      return 'string'
    case 'list':
      return `${shape.member}[]`
    case 'map':
      return `Partial<Record<${shape.key}, ${shape.value}>>`
  }
}
