/** Where a code was sent, as an answer may show it: `h***@e***` or `+*******0839`. */
export function masked(destination: string): string {
  const [local, domain] = destination.split('@')
  if (domain === undefined)
    return `+${'*'.repeat(Math.max(destination.length - 5, 0))}${destination.slice(-4)}`
  return `${local?.charAt(0) ?? ''}***@${domain.charAt(0)}***`
}
