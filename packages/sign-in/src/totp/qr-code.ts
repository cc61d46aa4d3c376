import { generate } from 'lean-qr'

/** A QR code as SVG takes it, one unit a module. */
export interface QrCode {
  /** With the quiet zone of four modules that readers need around it (ISO/IEC 18004). */
  readonly viewBox: string
  /** The dark modules. */
  readonly path: string
}

const quietZone = 4

export function qrCode(text: string): QrCode {
  const bitmap = generate(text)
  let path = ''
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) if (bitmap.get(x, y)) path += `M${x} ${y}h1v1h-1z`
  }
  const side = bitmap.size + 2 * quietZone
  return { viewBox: `${-quietZone} ${-quietZone} ${side} ${side}`, path }
}
