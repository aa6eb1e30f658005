/** More than this is a price or a phone in the wrong column. */
const MAX_COUNT = 100_000;

/** A count of things (`2`, `2件`, `x3`, `1.00`, `1,200`) of at least one, null when it cannot be read, 1 when blank. */
export function readCount(text: string): number | null {
  const bare = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (bare === '') return 1;
  const match = /^(?:[x×*])?(\d{1,6})(?:\.0+)?(?:件|个|包|箱|盒|套|瓶|袋|双|只|条|份|台|pcs)?$/i.exec(bare);
  const count = match === null ? 0 : Number(match[1]);
  return count >= 1 && count <= MAX_COUNT ? count : null;
}
