import type { Endpoint } from '../oauth2/endpoint.ts'
import { login } from './login.ts'

/** The pages of a user pool's domain. */
export const pages: readonly Endpoint[] = [login]
