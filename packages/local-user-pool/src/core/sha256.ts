import { createHash } from 'node:crypto'

/** The hash of a text, base64url: what is kept of a secret, and what PKCE by S256 sends of one (RFC 7636, section 4.2). */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')
