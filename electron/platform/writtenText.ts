const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Text that a person wrote with a program of theirs: Windows' own write a mark before UTF-8, UTF-16, or the code page of Chinese. What
 * none of these reads is null, never text with signs replaced: two passphrases would become the same.
 */
export function writtenText(bytes: Uint8Array): string | null {
  const [marked] = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  const encodings = marked === undefined ? ['utf-8', 'gb18030'] : [marked];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return null;
}
