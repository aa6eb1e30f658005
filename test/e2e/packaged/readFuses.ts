import { readFileSync } from 'node:fs';

/** Electron's own mark before the fuse wire in its program: version byte, length byte, then one character a fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Order of the wire, version 1 (Electron's fuse documentation). */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** The fuses as they stand in the program itself, not in a configuration. `absent`: this Electron has no such fuse. */
export function readFuses(program: string): Record<string, 'on' | 'off' | 'absent'> {
  const bytes = readFileSync(program);
  const start = bytes.indexOf(sentinel);
  if (start === -1) throw new Error(`${program} has no fuse wire`);
  const length = bytes[start + sentinel.length + 1] ?? 0;
  const wire = bytes.toString('latin1', start + sentinel.length + 2, start + sentinel.length + 2 + length);
  const states = { '1': 'on', '0': 'off' } as const;
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, states[wire[index] as '0' | '1'] ?? 'absent']),
  );
}
