import { expect, test } from 'vitest'
import { shortDeviceName } from './device-name'

test.each([
  [
    'Windows 15.0.0 x86 Windows Not A(Brand/99.0.0.0;Google Chrome/121.0.6167.160;Chromium/121.0.6167.160',
    'Chrome (Windows)',
  ],
  [
    'Windows 15.0.0 x86 Windows Chromium/142.0.3595.65;Microsoft Edge/142.0.3595.65;Not_A Brand/99.0.0.0',
    'Edge (Windows)',
  ],
  ['iOS 18.5 arm iOS Chromium/153.0.8010.0;Google Chrome/153.0.8010.0', 'Chrome (iOS)'],
  ['Linux 6.8.0 x86 Linux Chromium/142.0.7444.59;Not_A Brand/99.0.0.0', 'Chromium (Linux)'],
  [
    'Android 14.0.0 Pixel 8 Android Chromium/142.0.7444.59;Google Chrome/142.0.7444.59;Not_A Brand/99.0.0.0',
    'Chrome (Android)',
  ],
  [
    'Chrome OS 16093.68.0 arm Chrome OS Chromium/142.0.7444.59;Google Chrome/142.0.7444.59',
    'Chrome (ChromeOS)',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:109.0) Gecko/20100101 Firefox/115.0', 'Firefox (macOS)'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari (iPhone)',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/137.0.7151.51 Mobile/15E148 Safari/604.1',
    'Chrome (iPhone)',
  ],
])('%s becomes %s', (name, short) => {
  expect(shortDeviceName(name)).toBe(short)
})

test.each(['', 'Hanako’s laptop', 'Firefox/115.0', 'Linux'])('%j keeps its name', (name) => {
  expect(shortDeviceName(name)).toBe(name)
})
