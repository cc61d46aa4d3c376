/** How browsers call themselves, by the name that people know; the first that fits counts, since each names others too. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Microsoft Edge\/|\bEdg(A|iOS)?\//],
  ['Opera', /\bOpera\/|\bOPR\//],
  ['Samsung Internet', /Samsung ?(Internet|Browser)\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /Chrome\/|\bCriOS\//],
  ['Chromium', /\bChromium\//],
  ['Safari', /\bSafari\//],
]

const systems: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['iOS', /\biOS\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b|\bChrome ?OS\b/],
  ['macOS', /\bmacOS\b|\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]

/**
 * The browser and the system of a device, in words that its owner knows it by: `Chrome (Windows)`. What says neither
 * stays as it is.
 *
 * @param name what Amplify calls a device: the browser's client hints in one line, or its `User-Agent`
 */
export function shortDeviceName(name: string): string {
  const browser = firstIn(browsers, name)
  const system = firstIn(systems, name)
  return browser && system ? `${browser} (${system})` : name
}

function firstIn(names: readonly (readonly [string, RegExp])[], text: string): string | undefined {
  return names.find(([, pattern]) => pattern.test(text))?.[0]
}
