import { createApi } from './api.ts'
import { readConfiguration } from './configuration.ts'

/** The entry for Lambda. A configuration that is wrong fails the deployment's first start, not its first caller. */
export const handler = createApi(readConfiguration(process.env))
