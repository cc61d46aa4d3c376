// Runs in CloudFront (JavaScript runtime 2.0) for every request of a viewer. An export of Next.js has `about.html` for
// /about or, with `trailingSlash`, `about/index.html` for /about/; S3 knows neither by these addresses.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name.
function handler(event) {
  var request = event.request
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1)
  if (last === '') request.uri += 'index.html'
  else if (last.indexOf('.') === -1) request.uri += '.html'
  return request
}
