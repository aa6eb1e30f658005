/** A label as the vendor's `PrintTemplate` is described: one HTML document, everything placed in pixels. */
export function kdniaoTemplate(waybillNo: string, sortCode: string): string {
  const bars = [...waybillNo]
    .map((mark, index) => {
      const left = 20 + index * 14;
      const width = 2 + (mark.charCodeAt(0) % 5);
      return `<div style="position:absolute;left:${left}px;top:60px;width:${width}px;height:80px;background:#000"></div>`;
    })
    .join('');
  return (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><style>body{margin:0;font-family:sans-serif}</style></head><body>' +
    `<div style="position:absolute;left:10px;top:8px;width:280px;font-size:28px;font-weight:bold">${sortCode}</div>` +
    `${bars}<div style="position:absolute;left:20px;top:146px;font-size:16px">${waybillNo}</div>` +
    '</body></html>'
  );
}
