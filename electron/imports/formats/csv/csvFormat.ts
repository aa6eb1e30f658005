import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import {
  catchTableFault,
  type OpenTable,
  type TableFormat,
  type TableSource,
} from '../../kit/tableFormat.ts';
import { decodedChunks, findTextEncoding, markedEncoding, type TextReading } from '../../kit/textEncoding.ts';
import { csvRows, findDelimiter } from './csvRows.ts';

const sampleCharacters = 65_536;

/** Control characters other than tab, line breaks and stray NULs do not occur in text of any supported encoding. */
function looksBinary(head: Uint8Array): boolean {
  let nulls = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) nulls += 1;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) controls += 1;
  }
  return nulls > head.length / 20 || controls > head.length / 50;
}

/** How documents, pictures and archives that people drop by mistake begin, as Latin-1. */
const binarySignatures = [
  '%PDF',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  'Rar!',
  '7z\u00bc\u00af',
  '\u001f\u008b',
  'PK',
  'MZ',
];

function isKnownBinary(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1');
  return binarySignatures.some((signature) => start.startsWith(signature));
}

/** A page saved by a browser or by Excel as “single file”: a mail, whose tables are encoded once more. */
function isWebArchive(head: Uint8Array): boolean {
  const start = Buffer.from(head).toString('latin1');
  return (
    /^(?:From|MIME-Version|Content-Type|Subject|Date|X-)[^\n]*:/i.test(start) &&
    /multipart\/related/i.test(start)
  );
}

async function sampleOf(source: TableSource, reading: TextReading): Promise<string> {
  let sample = '';
  for await (const text of decodedChunks(source, reading)) {
    sample += text;
    if (sample.length >= sampleCharacters) break;
  }
  return sample.slice(0, sampleCharacters);
}

/** Comma, tab, semicolon or pipe separated text (.csv, .tsv, .txt, and many an “.xls”). */
export const csvFormat: TableFormat = {
  id: 'csv',
  sniff: ({ head }) => markedEncoding(head) !== null || (!isKnownBinary(head) && !looksBinary(head)),
  open: (source): Promise<Outcome<OpenTable>> =>
    catchTableFault(async () => {
      if (isWebArchive(source.head)) return failure('IMPORT_FORMAT_MHT');
      const found = await findTextEncoding(source);
      if (!found.ok) return found;
      const { encoding, question } = found.value;
      const delimiter = findDelimiter(await sampleOf(source, found.value));
      return done({
        format: 'csv',
        encoding,
        ...(question === undefined ? {} : { encodingQuestion: question }),
        sheets: [
          { name: '', rows: (onShare) => csvRows(decodedChunks(source, found.value, onShare), delimiter) },
        ],
        close: async () => {},
      });
    }),
};
