// Writes the headers of Amplify Hosting, which reads them from the root of the repository.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheControl, immutableFolder, securityHeaders } from './headers.ts'

/** The headers as Amplify Hosting wants them; what comes later is stronger. */
export function customHttp(): string {
  return [
    '# Written by `npm run generate` from infra/hosting/headers.ts.',
    'customHeaders:',
    ...rule('**/*', { ...securityHeaders, 'Cache-Control': cacheControl.rest }),
    ...rule(`/${immutableFolder}**/*`, { 'Cache-Control': cacheControl.immutable }),
    '',
  ].join('\n')
}

function rule(pattern: string, headers: Readonly<Record<string, string>>): string[] {
  const lines = Object.entries(headers).flatMap(([name, value]) => [
    `      - key: ${JSON.stringify(name)}`,
    `        value: ${JSON.stringify(value)}`,
  ])
  return [`  - pattern: ${JSON.stringify(pattern)}`, '    headers:', ...lines]
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../../customHttp.yml'), customHttp())
