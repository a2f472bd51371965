import QRCode from 'qrcode';

/**
 * A QR code as SVG text, for `Qr`. One path of whole modules, so that it prints sharp; the quiet zone of four
 * modules (ISO/IEC 18004) is part of it. Level M survives a fold or a coffee stain over 15 % of its area.
 */
export function qrSvg(content: string): string {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const side = modules.size + 2 * quiet;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      path += `M${from + quiet} ${row + quiet}h${column - from + 1}v1h-${column - from + 1}z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true" focusable="false"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
