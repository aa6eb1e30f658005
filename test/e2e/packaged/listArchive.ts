import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';

interface ArchiveEntry {
  readonly files?: Readonly<Record<string, ArchiveEntry>> | undefined;
  readonly unpacked?: boolean | undefined;
}

const entry: z.ZodType<ArchiveEntry> = z.object({
  files: z.lazy(() => z.record(z.string(), entry)).optional(),
  unpacked: z.boolean().optional(),
});

function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(handle, bytes, 0, length, position);
  return bytes;
}

/** Paths in an asar archive. Its JSON header starts at byte 16; its length in bytes stands at byte 12. */
export function listArchive(archive: string): { readonly inside: string[]; readonly outside: string[] } {
  const handle = openSync(archive, 'r');
  const headerBytes = readAt(handle, 12, 4).readUInt32LE();
  const root = entry.parse(JSON.parse(readAt(handle, 16, headerBytes).toString('utf8')));
  closeSync(handle);
  const found: { path: string; isOutside: boolean }[] = [];
  const walk = (folder: ArchiveEntry, prefix: string) => {
    for (const [name, child] of Object.entries(folder.files ?? {})) {
      if (child.files === undefined) found.push({ path: prefix + name, isOutside: child.unpacked === true });
      else walk(child, `${prefix}${name}/`);
    }
  };
  walk(root, '');
  return {
    inside: found.filter(({ isOutside }) => !isOutside).map(({ path }) => path),
    outside: found.filter(({ isOutside }) => isOutside).map(({ path }) => path),
  };
}
