/** What Node calls `Buffer`, in a browser: nothing. */
export const Buffer = undefined
