import { diagnosis } from '../diagnosis.ts'
import { forms, withoutQuotes } from '../environment/variables.ts'

/** The region is not the one that begins the user pool's id. */
export const REGION_POOL_MISMATCH = diagnosis({
  code: 'REGION_POOL_MISMATCH',
  severity: 'error',
  find: ({ variables, userPoolId }) => {
    const region = withoutQuotes(variables.NEXT_PUBLIC_AWS_COGNITO_REGION?.value ?? '')
    if (!userPoolId || !forms.NEXT_PUBLIC_AWS_COGNITO_REGION.fits(region)) return []
    const ofPool = userPoolId.slice(0, userPoolId.indexOf('_'))
    return ofPool === region ? [] : [{ region, ofPool, userPoolId }]
  },
  example: { region: 'us-east-1', ofPool: 'ap-northeast-1', userPoolId: 'ap-northeast-1_AbCdEfGhI' },
  command: ({ ofPool }) => `export NEXT_PUBLIC_AWS_COGNITO_REGION=${ofPool}`,
  en: ({ region, ofPool, userPoolId }) => ({
    cause: `NEXT_PUBLIC_AWS_COGNITO_REGION is ${region}, but the user pool ${userPoolId} is in ${ofPool}.`,
    cure: `Set NEXT_PUBLIC_AWS_COGNITO_REGION to ${ofPool}, or take the ID of a user pool in ${region}.`,
    console: `Amazon Cognito, with the region chosen at the top right › User pools`,
  }),
  ja: ({ region, ofPool, userPoolId }) => ({
    cause: `NEXT_PUBLIC_AWS_COGNITO_REGION は ${region} ですが、ユーザープール ${userPoolId} は ${ofPool} にあります。`,
    cure: `NEXT_PUBLIC_AWS_COGNITO_REGION を ${ofPool} にするか、${region} にあるユーザープールの ID を使ってください。`,
    console: 'Amazon Cognito（右上でリージョンを選択）› ユーザープール',
  }),
})
