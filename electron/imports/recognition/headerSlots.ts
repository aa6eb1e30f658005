import { createHash } from 'node:crypto';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';

/**
 * A name for each column that stays the same when columns are moved: its normalised header, numbered from the second
 * one of that name on. A column without a header is known by its place alone.
 */
export function headerSlots(headers: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headers.map((header, index) => {
    const name = normaliseHeader(header);
    if (name === '') return `@${index}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}#${time}`;
  });
}

/** Identity of a set of headers, whatever their order: what a mapping is remembered by. */
export function headerKey(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headerSlots(headers).sort()))
    .digest('hex')
    .slice(0, 32);
}
