import { type Entry, getFileNameLowLevel } from 'yauzl';

const UTF8_FLAG = 0x800;
/** Info-ZIP's Unicode path: the name in UTF-8 beside one in the system's own encoding. */
const UNICODE_PATH_FIELD = 0x7075;

function decodes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * A member's name as its author saw it. Chinese Windows writes GBK without a word about it, macOS UTF-8 without the flag.
 * Backslashes become slashes; control characters go.
 */
export function zipMemberName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const isDeclared = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  const name =
    entry.extraFields.some((field) => field.id === UNICODE_PATH_FIELD) || isDeclared
      ? getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
      : (decodes(raw, 'utf-8') ?? decodes(raw, 'gb18030') ?? raw.toString('latin1'));
  return name.replace(/\p{Cc}/gu, '').replaceAll('\\', '/');
}
