// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how templates write it.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import sam from './fixtures/sam.template.json' with { type: 'json' }
import { TemplateError } from './template.ts'
import { readYaml } from './yaml.ts'

test('a template in YAML is the same as in JSON', () => {
  const text = readFileSync(new URL('./fixtures/sam.template.yaml', import.meta.url), 'utf8')
  expect(readYaml(text)).toEqual(sam)
})

test.each([
  ['!Ref Users', { Ref: 'Users' }],
  ['!GetAtt Users.Arn', { 'Fn::GetAtt': 'Users.Arn' }],
  ['!GetAtt [Users, Arn]', { 'Fn::GetAtt': ['Users', 'Arn'] }],
  ['!Sub "${Stage}-users"', { 'Fn::Sub': '${Stage}-users' }],
  ['!Sub ["${A}", { A: !Ref Stage }]', { 'Fn::Sub': ['${A}', { A: { Ref: 'Stage' } }] }],
  ['!Join ["", [a, !Ref Stage]]', { 'Fn::Join': ['', ['a', { Ref: 'Stage' }]] }],
  ['!Select [0, !Split [",", "a,b"]]', { 'Fn::Select': [0, { 'Fn::Split': [',', 'a,b'] }] }],
  [
    '!If [A, !Base64 x, !Ref AWS::NoValue]',
    { 'Fn::If': ['A', { 'Fn::Base64': 'x' }, { Ref: 'AWS::NoValue' }] },
  ],
  ['!Transform { Name: AWS::Include }', { 'Fn::Transform': { Name: 'AWS::Include' } }],
  ['Fn::Base64: !Sub x', { 'Fn::Base64': { 'Fn::Sub': 'x' } }],
  ['[&a [!Ref Stage], *a]', [[{ Ref: 'Stage' }], [{ Ref: 'Stage' }]]],
  ['{ Version: 2010-09-09, Id: "0123" }', { Version: '2010-09-09', Id: '0123' }],
])('%s', (text, value) => {
  expect(readYaml(text)).toEqual(value)
})

test.each([
  ['Resources:\n  - a\n b: c\n', 'line 3'],
  ['Resources: {}\nResources: {}\n', 'Map keys must be unique at line 2'],
  ['A: !Sbu "${Stage}"\n', 'YAML: Unresolved tag: !Sbu at line 1'],
  ['A: 1\nB: *a\n', 'YAML, line 2: *a stands for nothing. Write &a before what it is to stand for.'],
  [
    `A: &a [1]\nB: &b [*a]\nC: [${'*b, '.repeat(200)}]\n`,
    'YAML, line 3: the aliases (*) up to here stand for too much.',
  ],
  [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'YAML: Maximum call stack size exceeded at line 1'],
])('says where %.60j cannot be read', (text, where) => {
  expect(() => readYaml(text)).toThrow(TemplateError)
  expect(() => readYaml(text)).toThrow(where)
})
