/** An argument as a shell takes it, whatever is in it. */
export const quoted = (argument: string) => `'${argument.replaceAll("'", "'\\''")}'`
