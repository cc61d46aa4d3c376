import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { ApiEvent } from './api.ts'

/** What API Gateway's REST API sends to a Lambda function, as its HTTP API would have sent it. */
export function toHttpEvent({ httpMethod, path, headers }: APIGatewayProxyEvent): ApiEvent {
  return {
    rawPath: path,
    // A REST API passes names on as the caller wrote them; an HTTP API in lower case.
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    requestContext: { http: { method: httpMethod } },
  }
}
