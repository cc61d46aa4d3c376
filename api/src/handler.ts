import type {
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda'
import { createApi } from './api.ts'
import { readConfiguration } from './configuration.ts'
import { toHttpEvent } from './rest-event.ts'

const api = createApi(readConfiguration(process.env))

/**
 * The entry for Lambda, behind an HTTP API or a REST API. A configuration that is wrong fails the deployment's first
 * start, not its first caller.
 */
export const handler = (
  event: APIGatewayProxyEventV2 | APIGatewayProxyEvent,
): Promise<APIGatewayProxyStructuredResultV2> => api('httpMethod' in event ? toHttpEvent(event) : event)
