import { createHash } from 'node:crypto'
import { askEarly, lateScriptsOf } from './late-scripts.ts'

/** What a page may do, and which bytes its scripts and styles must be. */
export interface Seal {
  /** The origins that the page may speak to, besides its own. */
  readonly connections: readonly string[]
  /** The folder of the site's own scripts, as an address: a script of the page may load more of them, and no others. */
  readonly scripts: string
  /** The bytes of a file of the site by its address in the page; undefined where it is none of the site's. */
  readonly read: (address: string) => Uint8Array | undefined
}

/** A page that the policy would break. The message says what is in it and what to do. */
export class UnsealableError extends Error {
  override readonly name = 'UnsealableError'
}

/**
 * Writes a Content Security Policy into an exported page: its own inline scripts by their hashes, nothing inline else,
 * and no text that becomes markup or code (Trusted Types); and an `integrity` on each script and style sheet that it
 * names. Where it fetches scripts late, it is given one more that asks for them at once. A page can be sealed again.
 *
 * @throws {UnsealableError} where the page has a style or a handler inline
 */
export function sealPage(html: string, { connections, scripts, read }: Seal): string {
  const page = html.replace(policyTag, '').replace(ownScripts, '').replace(integrityAttribute, '')
  const markup = page.replace(inlineScript, '')
  const refused = markup.match(/<style[\s>]|<[a-z][^>]*\s(style|on[a-z]+)=/i)
  if (refused) {
    throw new UnsealableError(
      `The page has an inline style or handler (${refused[0].slice(0, 80)}), which its policy forbids. Move it to a style sheet or a script.`,
    )
  }
  const textOf = (address: string) => {
    const bytes = read(address)
    return bytes && Buffer.from(bytes).toString()
  }
  const late = lateScriptsOf(page, textOf)
  const own = { trust: trustIn(scripts), ...(late && { early: askEarly(late) }) }
  const inline = [...Object.values(own), ...[...page.matchAll(inlineScript)].map(([, script = '']) => script)]
  const hashes = inline.map((script) => `'${hash('sha256', script)}'`)
  const policy = policyOf([...new Set(hashes)], connections)
  const sealed = page.replace(named, (tag, script?: string, style?: string) => {
    const bytes = read(script ?? style ?? '')
    return bytes ? tag.replace(/\s*\/?>$/, (end) => ` integrity="${hash('sha384', bytes)}"${end}`) : tag
  })
  if (!placeOfPolicy.test(sealed))
    throw new UnsealableError('The page has no <head> to write its policy into.')
  const tags = Object.entries(own).map(([name, script]) => `<script data-${name}="">${script}</script>`)
  return sealed.replace(
    placeOfPolicy,
    (before) => `${before}<meta http-equiv="Content-Security-Policy" content="${policy}"/>${tags.join('')}`,
  )
}

/** Directives of which none allows what is inline, evaluated or elsewhere. */
function policyOf(hashes: readonly string[], connections: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self'",
    // The picture of the authenticator app's key is drawn in the page.
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    ["connect-src 'self'", ...connections].join(' '),
    "base-uri 'none'",
    // Forms are read by scripts. One that is sent before they run would put a password into the address.
    "form-action 'none'",
    // No script makes markup, a handler or another script out of a text; but see `trustIn`.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/**
 * The one policy of the page's Trusted Types. Turbopack's loader of chunks sets `script.src` to a text: that may be the
 * address of a file in this folder of the site. For markup and code it has no function, so those are refused.
 */
function trustIn(folder: string): string {
  return `window.trustedTypes?.createPolicy("default",{createScriptURL(text){const{origin,pathname}=new URL(text,document.baseURI);return origin===location.origin&&pathname.startsWith(${JSON.stringify(folder)})?text:null}})`
}

const hash = (algorithm: 'sha256' | 'sha384', data: string | Uint8Array) =>
  `${algorithm}-${createHash(algorithm).update(data).digest('base64')}`

const policyTag = /<meta http-equiv="Content-Security-Policy"[^>]*>/g
const ownScripts = /<script data-(?:trust|early)="">[\s\S]*?<\/script>/g
const integrityAttribute = / integrity="[^"]*"/g
const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g
/** Before everything that it is about; but the encoding has to be told within the first kilobyte. */
const placeOfPolicy = /<head>(<meta charset="utf-8"\/?>)?/i

/** Scripts, style sheets, and preloads of either, which must carry the same `integrity` to be used. */
const named =
  /<script[^>]*\ssrc="([^"]+)"[^>]*>|<link(?=[^>]*\s(?:rel="stylesheet"|as="(?:script|style)"))[^>]*\shref="([^"]+)"[^>]*>/g
