/** Who and what an authenticator app shows beside its codes, and the secret that it makes them of. */
export interface TotpAccount {
  /** The name of the product. */
  readonly issuer: string
  /** The e-mail address. */
  readonly account: string
  /** Base32. */
  readonly secret: string
}

/**
 * The address that an authenticator app reads, from a QR code or a link. Amplify's own `getSetupUri` encodes
 * nothing, so that a product called "A&B" would lose its name and its issuer.
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function setupUri({ issuer, account, secret }: TotpAccount): string {
  const [name, owner] = [encodeURIComponent(issuer), encodeURIComponent(account)]
  return `otpauth://totp/${name}:${owner}?secret=${encodeURIComponent(secret)}&issuer=${name}`
}

/** The secret in groups of four, as a person copies it by eye; apps ignore the spaces. */
export function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}
