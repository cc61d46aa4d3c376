/** Whether an address is of this machine: what browsers hold for as safe as https. */
export function isLoopback(address: string): boolean {
  const { hostname = '' } = URL.parse(address) ?? {}
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

/** A text without the user names and passwords of the addresses in it. */
export const withoutPassword = (text: string) => text.replace(/(https?:\/\/)[^\s/?#]*@/gi, '$1…@')
