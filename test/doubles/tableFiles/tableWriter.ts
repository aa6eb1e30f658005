/** Writes a table of texts as one program would. Names are unique within a format. */
export interface TableWriter {
  readonly name: string;
  write(rows: readonly (readonly string[])[]): Buffer;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
