import { createHash } from 'node:crypto'
import { newClientId, newClientSecret, newPoolId } from '../core/identifiers.ts'
import type { Random } from '../core/srp.ts'

/*
 * What AWS would make up is derived from the logical id: a restart, another machine and a colleague's environment file
 * agree on it. Logical ids are the one thing about a resource that its template promises to keep.
 */

/** `ap-northeast-1_` and 9 alphanumerics. */
export const poolIdOf = (logicalId: string, region: string) => newPoolId(region, derived('pool', logicalId))

/**
 * 26 lower-case alphanumerics. A client that moves to another pool is another one, and so is one that gets a secret or
 * loses it.
 */
// documented: of a client in a template UserPoolId and GenerateSecret cannot change; CloudFormation makes another client.
export const clientIdOf = (logicalId: string, poolId: string, hasSecret: boolean) =>
  newClientId(derived(hasSecret ? 'client with a secret' : 'client', `${poolId} ${logicalId}`))

/** 51 lower-case alphanumerics. Whoever has the template can work it out: it protects nothing. */
export const clientSecretOf = (clientId: string) => newClientSecret(derived('client secret', clientId))

/** Bytes that are the same for the same name, and look like any others. */
function derived(kind: string, name: string): Random {
  let block = 0
  return (size) => {
    const blocks: Buffer[] = []
    for (let length = 0; length < size; length += 32) {
      block += 1
      blocks.push(createHash('sha256').update(`${kind}\n${name}\n${block}`).digest())
    }
    return Buffer.concat(blocks).subarray(0, size)
  }
}
