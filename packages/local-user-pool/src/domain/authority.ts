import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { authorityCertificate, dnsName, loopback, serverCertificate } from '../core/tls-certificate.ts'
import type { KeyTable } from '../storage/keys.ts'

/** What clients of the pool's TLS servers trust. */
export interface Authority {
  /** As trust stores list it. */
  readonly name: string
  /** Its certificate, in PEM. It is no secret. */
  readonly certificate: string
  /**
   * `kept` with the data since an earlier start; `new`; or `renewed`, in the place of one that was about to expire, so
   * that whoever trusted that one has to trust this one.
   */
  readonly state: 'kept' | 'new' | 'renewed'
  /**
   * A new key and certificate for a TLS server of this machine, in PEM, valid for a year: for `localhost` and the
   * loopback addresses, or for another name and these. Clients refuse any name that does not end in `localhost`.
   */
  issue(host?: string): ServerCertificate
}

/** As Node's `tls` takes it. */
export interface ServerCertificate {
  readonly key: string
  /** With the authority's own behind it, which lets people look at what they are to trust. */
  readonly cert: string
}

interface Kept {
  readonly name: string
  /** PEM, PKCS #8. */
  readonly key: string
  readonly certificate: string
}

const day = 24 * 60 * 60 * 1000

// With the day before, 397: browsers have taken none of 398 or more, and make shorter limits for public authorities only.
const serverDays = 396

const authorityDays = 3652

/** For clients whose clock is behind. */
const backDated = day

/**
 * The authority of a database: made on first need, kept with the data.
 *
 * @param now the machine's own time. That of the pool's clock means nothing to a browser.
 */
export function authorityOf(table: KeyTable, now: () => number = Date.now): Authority {
  const stored = table.get('authority')
  const earlier: Kept | undefined = stored === undefined ? undefined : JSON.parse(stored)
  const isKept = earlier !== undefined && outlastsServers(earlier, now())
  const { name, key, certificate } = isKept ? earlier : made(now())
  if (!isKept) table.replace('authority', JSON.stringify({ name, key, certificate } satisfies Kept))
  const issuer = { commonName: name, privateKey: createPrivateKey(key) }
  return {
    name,
    certificate,
    state: isKept ? 'kept' : earlier ? 'renewed' : 'new',
    issue(host = 'localhost') {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const subject = { commonName: 'localhost', ...validity(now(), serverDays) }
      const own = serverCertificate(subject, publicKey, [dnsName(host), ...loopback], issuer)
      return {
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        cert: new X509Certificate(own).toString() + certificate,
      }
    },
  }
}

/** No certificate is to end after its authority. */
const outlastsServers = ({ certificate }: Kept, now: number) =>
  Date.parse(new X509Certificate(certificate).validTo) > now + serverDays * day

function made(now: number): Kept {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = `Genkan local user pool ${new Date(now).toISOString().slice(0, 10)}`
  const subject = { commonName: name, ...validity(now, authorityDays) }
  return {
    name,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: new X509Certificate(authorityCertificate(subject, privateKey)).toString(),
  }
}

const validity = (now: number, days: number) => ({
  notBefore: new Date(now - backDated),
  notAfter: new Date(now + days * day),
})
