const names: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Whether a host, as `URL` has it, is this machine itself. */
export const isLoopback = (hostname: string) => names.includes(hostname)
