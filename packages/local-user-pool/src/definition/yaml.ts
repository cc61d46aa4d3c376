import {
  type CollectionTag,
  type Document,
  LineCounter,
  Pair,
  parseDocument,
  type ScalarTag,
  visit,
  YAMLMap,
} from 'yaml'
import { TemplateError } from './template.ts'

/**
 * Parses a template in YAML. Short forms of functions become long ones: `!Sub x` is `{ 'Fn::Sub': 'x' }`.
 *
 * @throws TemplateError where it is no YAML, with the line
 */
export function readYaml(text: string): unknown {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { customTags: shortForms, lineCounter, logLevel: 'error' })
  // A tag that nobody knows is a warning: most likely a misspelt function.
  const [wrong] = [...document.errors, ...document.warnings]
  if (wrong) throw new TemplateError('YAML', wrong.message)
  return plainValue(document, lineCounter)
}

/** The parser throws a ReferenceError where an alias stands for nothing, or all of them together for too much. */
function plainValue(document: Document.Parsed, lineCounter: LineCounter): unknown {
  try {
    return document.toJS()
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    let at = 0
    let what = 'the aliases (*) up to here stand for too much. Write out what they stand for.'
    visit(document, {
      Alias(_, alias) {
        at = alias.range?.[0] ?? at
        if (alias.resolve(document)) return undefined
        what = `*${alias.source} stands for nothing. Write &${alias.source} before what it is to stand for.`
        return visit.BREAK
      },
    })
    throw new TemplateError(`YAML, line ${lineCounter.linePos(at).line}`, what)
  }
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
