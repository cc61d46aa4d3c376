import { wholePool } from '../domain/collections.ts'
import { seconds } from '../domain/world.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import type { UICustomizationType } from '../protocol/types.generated.ts'
import { storedOnly } from './operation.ts'

/** Sets logo and style of the classic hosted UI, for all app clients of a pool or for one. */
export const SetUICustomization = storedOnly('SetUICustomization', (input, context) => {
  const { world, pools, clients, domains, uiCustomizations } = context
  const pool = pools.get(input.UserPoolId)
  const { UserPoolId, ClientId = wholePool, CSS, ImageFile } = input
  const client = ClientId === wholePool ? undefined : clients.ofPool(pool.Id, ClientId)
  // observed: the words, in public issues.
  if (domains.list(pool).length === 0) {
    throw invalidParameter('There has to be an existing domain associated with this user pool')
  }
  const now = seconds(world.clock())
  const set: UICustomizationType = uiCustomizations.find(pool, ClientId) ?? { CreationDate: now }
  return {
    UICustomization: uiCustomizations.put(
      pool,
      ClientId,
      {
        ...set,
        UserPoolId,
        ClientId,
        ...(CSS !== undefined && { CSS }),
        // The image itself, in the place of an address at which CloudFront has it.
        // observed: CSSVersion is the time in digits, in an example of the AWS CLI.
        ...(ImageFile !== undefined && { ImageUrl: dataUrl(ImageFile) }),
        CSSVersion: new Date(world.clock()).toISOString().slice(0, 19).replace(/\D/g, ''),
        LastModifiedDate: now,
      },
      client,
    ),
  }
})

// documented: the logo of the classic hosted UI is a PNG or a JPEG.
const dataUrl = (base64: string) =>
  `data:image/${base64.startsWith('iVBOR') ? 'png' : 'jpeg'};base64,${base64}`
