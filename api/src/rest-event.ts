import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'

/** What API Gateway's REST API sends to a Lambda function, as its HTTP API would have sent it. */
export function toHttpEvent({
  httpMethod,
  path,
  headers,
  requestContext: { requestId, identity, stage, domainName = '' },
}: APIGatewayProxyEvent): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    // A REST API passes names on as the caller wrote them; an HTTP API in lower case.
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    requestContext: {
      accountId: '',
      apiId: '',
      domainName,
      domainPrefix: '',
      http: {
        method: httpMethod,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: identity.sourceIp,
        userAgent: identity.userAgent ?? '',
      },
      requestId,
      routeKey: '$default',
      stage,
      time: '',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
  }
}
