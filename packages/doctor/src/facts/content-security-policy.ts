/**
 * Whether a policy keeps a page from connecting to an address (Content Security Policy Level 3, connect-src).
 *
 * @param origin of the page, which is what `'self'` stands for
 */
export function blockedBy(policy: string, address: string, origin: string): boolean {
  const directives = new Map<string, readonly string[]>()
  for (const directive of policy.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/)
    // Of two directives of one name the first counts.
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources)
  }
  const sources = directives.get('connect-src') ?? directives.get('default-src')
  return sources !== undefined && !sources.some((source) => matches(source, new URL(address), origin))
}

function matches(source: string, address: URL, origin: string): boolean {
  if (source === '*') return /^(https?|wss?):$/.test(address.protocol)
  if (source.toLowerCase() === "'self'") return address.origin === origin
  if (source.startsWith("'")) return false
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return address.protocol === source.toLowerCase()
  const [, scheme, host = '', port, path = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\*|\d+))?(\/.*)?$/i.exec(source) ?? []
  const schemes =
    scheme === undefined
      ? [new URL(origin).protocol, 'https:']
      : [`${scheme.toLowerCase()}:`, upgraded(scheme)]
  const name = host.toLowerCase()
  const hostFits = name.startsWith('*.')
    ? address.hostname.endsWith(name.slice(1))
    : address.hostname === name
  const portFits = port === '*' || (port ?? defaultPort(address)) === (address.port || defaultPort(address))
  const pathFits =
    path === '' || (path.endsWith('/') ? address.pathname.startsWith(path) : address.pathname === path)
  return hostFits && schemes.includes(address.protocol) && portFits && pathFits
}

/** A source that names http stands for https as well. */
const upgraded = (scheme: string) => (scheme.toLowerCase() === 'http' ? 'https:' : `${scheme.toLowerCase()}:`)

const defaultPort = ({ protocol }: URL) => (protocol === 'https:' ? '443' : '80')
