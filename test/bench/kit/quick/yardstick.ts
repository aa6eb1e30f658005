import { createHash } from 'node:crypto';

const words = ['省', '市', '区', '街道', '路', '号楼', '单元', '室'];

/**
 * A fixed piece of work of the kinds the program does: texts, maps, sorting, numbers in typed arrays, hashes. What the program takes is
 * told in pieces of it, so that a slower machine, or a busy one, makes both longer.
 */
export function yardstick(): string {
  const seen = new Map<string, number>();
  for (let no = 0; no < 120_000; no++) {
    const text = `${words[no % words.length]}${no % 977}${words[(no * 7) % words.length]}${no % 31}`;
    seen.set(text, (seen.get(text) ?? 0) + text.replace(/\d+/g, '').length);
  }
  const dots = new Uint8Array(1_500_000);
  for (let at = 0; at < dots.length; at++) dots[at] = (at * 31 + (dots[at >> 1] ?? 0)) & 0xff;
  const sorted = [...seen].sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(dots).update(JSON.stringify(sorted)).digest('hex');
}
