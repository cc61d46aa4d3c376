// Runs in CloudFront (JavaScript runtime 2.0) for every request of a viewer. An export of Next.js has `about.html` for
// /about; S3 does not know it by this address.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name.
function handler(event) {
  var request = event.request
  var uri = request.uri
  // What others look for there has a name of its own, mostly without an ending (RFC 8615).
  if (uri.indexOf('/.well-known/') === 0) return request
  if (uri === '/') request.uri = '/index.html'
  else if (uri.charAt(uri.length - 1) === '/') return withoutSlash(request)
  else if (uri.slice(uri.lastIndexOf('/') + 1).indexOf('.') === -1) request.uri += '.html'
  return request
}

/** As the server of Next.js answers an address with a slash at its end. */
function withoutSlash(request) {
  // Two slashes, or one and a backslash, would lead to another host.
  var path = request.uri.replace(/\/+$/, '').replace(/^[/\\]*/, '/')
  var query = Object.keys(request.querystring).map((name) => {
    var parameter = request.querystring[name]
    return (parameter.multiValue || [parameter]).map(({ value }) => `${name}=${value}`).join('&')
  })
  return {
    statusCode: 308,
    statusDescription: 'Permanent Redirect',
    headers: { location: { value: path + (query.length > 0 ? `?${query.join('&')}` : '') } },
  }
}
