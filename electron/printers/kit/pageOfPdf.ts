/** The size of the first page of a PDF this program made. */
export function pageOfPdf(bytes: Uint8Array): { readonly widthMm: number; readonly heightMm: number } {
  const head = Buffer.from(bytes.subarray(0, 2_000)).toString('latin1');
  const box = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head);
  const mm = (points: string | undefined) => (points === undefined ? 0 : (Number(points) * 25.4) / 72);
  return { widthMm: mm(box?.[1]), heightMm: mm(box?.[2]) };
}
