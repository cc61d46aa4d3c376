/**
 * What the answers of the site carry, for every way to host it: CloudFront, Amplify Hosting, and the server of the
 * journeys. The policy for what a page loads stands in the page itself (see `page.ts`), since it changes with each build.
 */
export const securityHeaders = {
  // What a policy in a page cannot say, or says too late for what is no page.
  'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
  // Not of the hosts below it: they may be somebody else's, and it could not be taken back for two years.
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** The folder of the export whose names change with what is in them. */
export const immutableFolder = '_next/static/'

/** How long what has been fetched may be used without asking. */
export const cacheControl = {
  immutable: 'public, max-age=31536000, immutable',
  // A page names the files of its build: an old one would ask for files that are gone, or bring back an old build.
  rest: 'no-cache',
} as const

/** The headers of the file at a path, such as `/` or `/_next/static/chunks/a.js`. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  const kind = path.startsWith(`/${immutableFolder}`) ? 'immutable' : 'rest'
  return { ...securityHeaders, 'Cache-Control': cacheControl[kind] }
}
