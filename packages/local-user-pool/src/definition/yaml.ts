import { type CollectionTag, Pair, parseDocument, type ScalarTag, YAMLMap } from 'yaml'
import { TemplateError } from './template.ts'

/**
 * Parses a template in YAML. Short forms of functions become long ones: `!Sub x` is `{ 'Fn::Sub': 'x' }`.
 *
 * @throws TemplateError where it is no YAML, with the line
 */
export function readYaml(text: string): unknown {
  const document = parseDocument(text, { customTags: shortForms })
  const [error] = document.errors
  if (error) throw new TemplateError('YAML', error.message)
  return document.toJS()
}

/** The functions that have a short form. */
const names = [
  'And',
  'Base64',
  'Cidr',
  'Condition',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Ref',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
]

const shortForms = names.flatMap((name): (ScalarTag | CollectionTag)[] => {
  const long = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`
  const tag = `!${name}`
  const resolve: CollectionTag['resolve'] = (value) => {
    const map = new YAMLMap()
    map.items.push(new Pair(long, value))
    return map
  }
  return [
    { tag, resolve: (value: string) => ({ [long]: value }) },
    { tag, collection: 'seq', resolve },
    { tag, collection: 'map', resolve },
  ]
})
