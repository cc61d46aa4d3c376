/**
 * Whether a page of that origin may use the passkeys of a relying party: its host is the relying party's id or below
 * it, and it was reached safely (WebAuthn, "relying party identifier").
 *
 * @param origin as the browser writes it: `https://app.example.com`
 * @param relyingPartyId a host: `example.com`
 */
export function isOriginOf(origin: string, relyingPartyId: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: written } = new URL(origin)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLocal)
  const isWithin = hostname === relyingPartyId || hostname.endsWith(`.${relyingPartyId}`)
  return written === origin && isSafe && isWithin
}
