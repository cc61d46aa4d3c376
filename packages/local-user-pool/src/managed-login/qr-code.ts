import { generate } from 'lean-qr'

// Readers need this many modules of quiet around it (ISO/IEC 18004).
const quietZone = 4

/** A QR code as SVG takes it, one unit a module; the path is its dark modules. */
export function qrCode(text: string): { readonly viewBox: string; readonly path: string } {
  const bitmap = generate(text)
  let path = ''
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) if (bitmap.get(x, y)) path += `M${x} ${y}h1v1h-1z`
  }
  const side = bitmap.size + 2 * quietZone
  return { viewBox: `${-quietZone} ${-quietZone} ${side} ${side}`, path }
}
