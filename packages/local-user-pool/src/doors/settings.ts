import { type Flag, isPort, isSwitch } from './flags.ts'

const optional = (
  takes: string,
  wants: string,
  pattern: RegExp,
  ...manual: string[]
): Flag<string | undefined> => ({
  takes,
  manual,
  otherwise: undefined,
  wants,
  read: (text) => (pattern.test(text) ? text : undefined),
})

interface Parameter {
  readonly name: string
  readonly value: string
}

function nameAndValue(text: string): readonly Parameter[] | undefined {
  const equals = text.indexOf('=')
  return equals < 1 ? undefined : [{ name: text.slice(0, equals), value: text.slice(equals + 1) }]
}

/** The settings of the command, in the order of the manual. */
export const flags = {
  port: {
    ...isPort,
    manual: ['The port to listen at; 0 for any that is free. Default: 9339.'],
    otherwise: 9339,
  } satisfies Flag<number>,
  'https-port': {
    ...isPort,
    manual: [
      'Serves it by https, too, at this port, such as 9443; 0 for any that is free. What clients have to',
      'trust for that is at URL/_local/authority.pem (see docs/doors.md). Default: http alone.',
    ],
    otherwise: undefined,
  } satisfies Flag<number | undefined>,
  host: optional(
    'ADDRESS',
    'an address',
    /./,
    'The address to listen at. Default: 127.0.0.1, which is this machine alone. Codes and passwords are',
    'shown at /_local/ to whoever reaches it.',
  ),
  endpoint: optional(
    'URL',
    'a URL without a slash at its end',
    /^https?:\/\/[^/]+(\/[^/]+)*$/,
    'Where clients reach the pool, if not at http://localhost and the port: in tokens, it begins iss.',
  ),
  storage: {
    takes: 'memory|FILE',
    manual: [
      'Where the data lives: in memory until the process ends (default), or in a file, which is made if',
      'need be. A file belongs to one process at a time.',
    ],
    otherwise: 'memory',
    wants: '`memory` or the name of a file',
    read: (text) => (text === '' ? undefined : text === 'memory' ? text : { file: text }),
  } satisfies Flag<'memory' | { readonly file: string }>,
  seed: {
    takes: 'example|none|FILE',
    manual: [
      'What a new database begins with: a pool, an app client and a user for every situation (example,',
      'the default), nothing (none), or what a JSON file says (see docs/local.md).',
    ],
    otherwise: undefined,
    wants: '`example`, `none` or the name of a file',
    read: (text) => text || undefined,
  } satisfies Flag<string | undefined>,
  template: optional(
    'FILE',
    'the name of a file',
    /./,
    'A CloudFormation template whose user pools there are to be, instead of a seed (see',
    'docs/definition.md).',
  ),
  parameter: {
    takes: 'NAME=VALUE',
    manual: [
      'The value of a parameter of the template, instead of its default. May be repeated; in the',
      'environment, one a line.',
    ],
    otherwise: [],
    wants: 'NAME=VALUE',
    read: (text) => nameAndValue(text),
    multiple: true,
  } satisfies Flag<readonly Parameter[]>,
  'from-cognito-local': optional(
    'FOLDER',
    'the name of a folder',
    /./,
    'The folder .cognito of cognito-local, whose user pools, clients, groups and users there are to be,',
    'instead of a seed (see docs/guides/coming-from-cognito-local-or-moto.md). It is read, not written.',
  ),
  triggers: optional(
    'FILE',
    'the name of a file',
    /./,
    'A module, TypeScript included, whose exports are named as triggers are (PreSignUp, …; see',
    'docs/triggers.md).',
  ),
  'lambda-endpoint': {
    takes: 'URL',
    manual: [
      "Where the Lambda functions that a pool's LambdaConfig names are asked, such as",
      'http://localhost:3001 for `sam local start-lambda`.',
    ],
    otherwise: undefined,
    wants: 'a URL',
    read: (text) => (/^https?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined),
  } satisfies Flag<string | undefined>,
  region: optional(
    'NAME',
    'a name as in eu-central-1',
    /^[a-z]{2}(-[a-z]+)+-\d$/,
    'The region of pools that are made here. Default: ap-northeast-1.',
  ),
  'fixed-code': optional(
    'DIGITS',
    '6 to 8 digits',
    /^\d{6,8}$/,
    'What every code is that is sent, for tests that expect one. Default: each is a new one.',
  ),
  json: isSwitch(
    'Writes one JSON object a line, requests included, instead of lines for people. No password, token',
    'or code is in them.',
  ),
  help: isSwitch('Writes this manual.'),
}
