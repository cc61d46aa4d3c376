/** Whether an address is of this machine: what browsers hold for as safe as https. */
export function isLoopback(address: string): boolean {
  const { hostname = '' } = URL.parse(address) ?? {}
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
