import { expect, test } from 'vitest'
import { qrCode } from './qr-code'

test('a QR code has its finder pattern in the corner, and a quiet zone of four modules around it', () => {
  const { viewBox, path } = qrCode('otpauth://totp/Genkan:hanako%40example.com?secret=JBSWY3DPEHPK3PXP')
  const [x, y, width, height] = viewBox.split(' ').map(Number)
  expect([x, y]).toEqual([-4, -4])
  expect(width).toBe(height)
  const dark = new Set(path.match(/M\d+ \d+/g))
  for (let module = 0; module < 7; module += 1) {
    expect(dark.has(`M${module} 0`) && dark.has(`M0 ${module}`)).toBe(true)
  }
  expect(dark.has('M1 1')).toBe(false)
  expect(dark.has('M3 3')).toBe(true)
})
