/**
 * A callback URL as a source of the Content Security Policy: its origin; or the scheme of an app's own, which has none.
 *
 * @returns undefined for what is no URL: a client may be older than the rules for its callback URLs
 */
export function policySourceOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { origin, protocol } = new URL(url)
  return origin === 'null' ? protocol : origin
}
