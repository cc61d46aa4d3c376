import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { immutableFolder } from './headers.ts'
import { compiledEarly, lateScriptsOf } from './late-scripts.ts'
import { sealPage } from './page.ts'

/** The variables of a build that say whom its pages speak to. */
export interface Connections {
  readonly NEXT_PUBLIC_AWS_COGNITO_REGION?: string | undefined
  readonly NEXT_PUBLIC_AWS_COGNITO_ENDPOINT?: string | undefined
  readonly NEXT_PUBLIC_AWS_COGNITO_DOMAIN?: string | undefined
  readonly NEXT_PUBLIC_API_URL?: string | undefined
}

/** The origins that a page of this build speaks to. */
export function connectionsOf({
  NEXT_PUBLIC_AWS_COGNITO_REGION: region,
  NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: endpoint,
  NEXT_PUBLIC_AWS_COGNITO_DOMAIN: domain,
  NEXT_PUBLIC_API_URL: api,
}: Connections): readonly string[] {
  const addresses = [
    endpoint ||
      (region && `https://cognito-idp.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`),
    domain && `https://${domain}`,
    api,
  ]
  return [...new Set(addresses.flatMap((address) => (address ? [new URL(address).origin] : [])))]
}

/**
 * Seals every page of an exported site, in place, and has what signs in compiled early; answers how many pages there
 * were.
 *
 * @throws {UnsealableError} see `sealPage`
 */
export function sealSite(folder: string, connections: readonly string[]): number {
  const pages = pagesOf(folder)
  // Before any page says what the bytes of its scripts are.
  for (const page of pages) compileGateway(folder, readFileSync(join(folder, page), 'utf8'))
  for (const page of pages) {
    const file = join(folder, page)
    const html = readFileSync(file, 'utf8')
    const scripts = `${basePathOf(html)}/${immutableFolder}`
    const read = (address: string) => fileAt(folder, address)
    writeFileSync(file, sealPage(html, { connections, scripts, read }))
  }
  return pages.length
}

/** Not what the first form waits for: whatever is compiled before it is called comes that much later. */
function compileGateway(folder: string, html: string): void {
  const late = lateScriptsOf(html, (address) => fileAt(folder, address)?.toString())
  for (const address of late?.signedIn ?? []) {
    const file = pathOf(folder, address)
    if (file && !late?.always.includes(address))
      writeFileSync(file, compiledEarly(readFileSync(file, 'utf8')))
  }
}

/** The pages of an exported site, by their paths in its folder. */
export function pagesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
}

/** What a build with `basePath` puts in front of every address, though not of the files; empty without one. */
export function basePathOf(html: string): string {
  return html.match(/<script[^>]*\ssrc="(\/[^"]*?)?\/_next\//)?.[1] ?? ''
}

function fileAt(folder: string, address: string): Buffer | undefined {
  const path = pathOf(folder, address)
  return path === undefined ? undefined : readFileSync(path)
}

/** The file of the site that is meant by an address in its pages, if there is one. */
function pathOf(folder: string, address: string): string | undefined {
  if (!address.startsWith('/') || address.startsWith('//')) return undefined
  const [path = ''] = address.split(/[?#]/)
  const withoutBase = path.slice(Math.max(0, path.indexOf('/_next/')))
  const file = join(folder, decodeURIComponent(withoutBase))
  return existsSync(file) ? file : undefined
}
