import { failure } from '../../../../shared/errors/outcome.ts';
import type { ZipDirectory } from '../../containers/zipDirectory.ts';
import { TableFault } from '../../kit/tableFault.ts';
import { refuseDocumentType } from './xmlElements.ts';

/** Workbook, relations and styles of real files stay under 2 MB; styles copied for years reach 10. */
const MAX_PART_BYTES = 16 * 1024 * 1024;

/** A small part as text. Throws `TableFault` when it is too long, not UTF-8 or carries a document type. */
export async function readXmlPart(zip: ZipDirectory, name: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for await (const chunk of zip.stream(name)) {
    bytes += chunk.length;
    if (bytes > MAX_PART_BYTES) {
      throw new TableFault(failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: `${name} > 16 MB` }));
    }
    try {
      text += decoder.decode(chunk, { stream: true });
    } catch {
      throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: name }));
    }
  }
  refuseDocumentType(text);
  return text;
}
