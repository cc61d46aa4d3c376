import { testPool } from './test-pool.ts'

/** What terms are besides whose. */
export const links = {
  TermsSource: 'LINK',
  Enforcement: 'NONE',
  Links: { 'cognito:default': 'https://example.com/terms' },
} as const

/** A pool whose client has terms of use. */
export async function poolWithTerms() {
  const pool = await testPool()
  const { userPoolId: UserPoolId, clientId: ClientId } = pool
  const { Terms } = await pool.call('CreateTerms', {
    UserPoolId,
    ClientId,
    TermsName: 'terms-of-use',
    ...links,
  })
  if (!Terms) throw new Error('CreateTerms answers the terms.')
  return { ...pool, UserPoolId, ClientId, Terms, TermsId: Terms.TermsId }
}

/** The id of terms that nobody has. */
export const noTerms = '00000000-0000-4000-8000-000000000000'
