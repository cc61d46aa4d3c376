import { seconds } from '../domain/world.ts'
import { checkBranding } from './create-managed-login-branding.ts'
import { storedOnly } from './operation.ts'

/** Changes what is given of a style of managed login. */
export const UpdateManagedLoginBranding = storedOnly(
  'UpdateManagedLoginBranding',
  (input, { world, pools, brandings }) => {
    // assumed: without its ids, which the model does not require, a branding is not found.
    const { UserPoolId = '', ManagedLoginBrandingId = '', ...given } = input
    const pool = pools.get(UserPoolId)
    const branding = brandings.get(pool, ManagedLoginBrandingId)
    checkBranding(given)
    const { Settings, Assets, ...others } = branding
    // Cognito's values take the place of one's own, which in turn take theirs.
    const changed = given.UseCognitoProvidedValues
      ? { ...others, ...given }
      : { ...branding, UseCognitoProvidedValues: false, ...given }
    const LastModifiedDate = seconds(world.clock())
    return {
      ManagedLoginBranding: brandings.put(pool, ManagedLoginBrandingId, { ...changed, LastModifiedDate }),
    }
  },
)
