/**
 * Name as others may see it: first character and one or two asterisks, so that its length is not told
 * (张*, 张**, 努**, A**). A name of one character is hidden whole: at least one must be (GB/T 41833-2022).
 */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const first = characters[0];
  if (first === undefined) return '';
  if (characters.length === 1) return '*';
  return `${first}${characters.length === 2 ? '*' : '**'}`;
}
