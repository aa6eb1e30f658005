import { encodeCode128 } from '../../../electron/labels/barcodes/encodeCode128.ts';

/** CSS pixels of the barcode: two a module for the vendor's numbers. */
const bars = { width: 232, height: 80 } as const;

/** A label as the vendor's `PrintTemplate` is described: one HTML document, everything placed in pixels, the bars a picture in it. */
export function kdniaoTemplate(waybillNo: string, sortCode: string): string {
  return (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><style>body{margin:0;font-family:sans-serif}</style></head><body>' +
    `<div style="position:absolute;left:10px;top:8px;width:270px;font-size:28px;font-weight:bold">${sortCode}</div>` +
    `<img style="position:absolute;left:24px;top:60px;width:${bars.width}px;height:${bars.height}px" src="${barsOf(waybillNo)}">` +
    `<div style="position:absolute;left:20px;top:146px;font-size:16px">${waybillNo}</div>` +
    '</body></html>'
  );
}

function barsOf(waybillNo: string): string {
  const encoded = encodeCode128(waybillNo);
  if (!encoded.ok) throw new Error(encoded.code);
  let x = 0;
  const rects = encoded.value.widths.map((width, index) => {
    const rect = index % 2 === 0 ? `<rect x="${x}" width="${width}" height="1"/>` : '';
    x += width;
    return rect;
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${x} 1" preserveAspectRatio="none" ` +
    `width="${bars.width}" height="${bars.height}" shape-rendering="crispEdges">${rects.join('')}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
