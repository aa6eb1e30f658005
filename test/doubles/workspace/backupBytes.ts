import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { deriveKey, proofOf } from '../../../electron/vault/sealing.ts';

type Header = Record<string, unknown>;

interface TakenApart {
  readonly layout: 1 | 2;
  readonly header: Header;
  readonly database: Buffer;
}

/** A backup as anybody can take it apart who has read how one is laid out; no key is needed for that. */
export function takeApart(file: string): TakenApart {
  const bytes = readFileSync(file);
  const magicEnd = bytes.indexOf(0x0a) + 1;
  const headerEnd = bytes.indexOf(0x0a, magicEnd);
  const line = bytes.toString('utf8', magicEnd, headerEnd);
  const layout = bytes.toString('utf8', 0, magicEnd).endsWith(' 1\n') ? 1 : 2;
  return {
    layout,
    header: JSON.parse(line.slice(line.indexOf('{'))) as Header,
    database: bytes.subarray(headerEnd + 1),
  };
}

/** Puts one together, checksums and all; the proof is made with the key there is, which need not be the right one. */
export function putTogether(
  file: string,
  { layout, header, database }: TakenApart,
  dataKey: Uint8Array = new Uint8Array(32),
): void {
  const measured = { databaseBytes: database.length, databaseSha256: digest(database) };
  const text = JSON.stringify({ ...header, ...measured });
  const body = layout === 1 ? text : `${proofOf(deriveKey(dataKey, 'backup header'), text)} ${text}`;
  writeFileSync(file, `SHIPDESK-BACKUP ${layout}\n${digest(Buffer.from(body))} ${body}\n`);
  writeFileSync(file, database, { flag: 'a' });
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
