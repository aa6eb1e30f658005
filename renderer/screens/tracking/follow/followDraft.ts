import type { Answered } from '../../../../shared/contracts/contract.ts';

export type PastedRow = Answered<'followNumbers', 'read'>['rows'][number];

/** What a person, or the platform, has said of a pasted number. */
interface Said {
  readonly carrier?: string;
  readonly phoneTail?: string;
}
export type SaidByNumber = ReadonlyMap<string, Said>;

export const followTabs = ['choice', 'new', 'known', 'invalid'] as const;
export type FollowTab = (typeof followTabs)[number];

/** A pasted number with what was said of it. A choice once made stays among the choices, so that it can be made again. */
export function withSaid(row: PastedRow, said: SaidByNumber): PastedRow {
  const { carrier = row.carrier, phoneTail = row.phoneTail } = said.get(row.waybillNo) ?? {};
  return { ...row, carrier, phoneTail };
}

export function say(said: SaidByNumber, waybillNo: string, part: Said): SaidByNumber {
  return new Map(said).set(waybillNo, { ...said.get(waybillNo), ...part });
}

/** For every open choice the likeliest carrier; what was chosen already stays. */
export function likeliest(rows: readonly PastedRow[], said: SaidByNumber): SaidByNumber {
  const after = new Map(said);
  for (const row of rows) {
    const [first] = row.candidates;
    if (row.state === 'choice' && first !== undefined && withSaid(row, said).carrier === '')
      after.set(row.waybillNo, { ...said.get(row.waybillNo), carrier: first.carrier });
  }
  return after;
}

/** Numbers that can be followed as they are: they are new, and their carrier is clear. */
export function readyToFollow(rows: readonly PastedRow[], said: SaidByNumber) {
  return rows
    .map((row) => withSaid(row, said))
    .filter(({ state, carrier }) => (state === 'new' || state === 'choice') && carrier !== '')
    .map(({ waybillNo, carrier, phoneTail }) => ({ waybillNo, carrier, phoneTail }));
}

/** Numbers a person or the platform still has to say something of. */
export const stillOpen = (rows: readonly PastedRow[], said: SaidByNumber): readonly string[] =>
  rows
    .filter((row) => row.state === 'choice' && withSaid(row, said).carrier === '')
    .map(({ waybillNo }) => waybillNo);

/** The rows of each tab. */
export function byState(rows: readonly PastedRow[]): Readonly<Record<FollowTab, readonly PastedRow[]>> {
  const sorted: Record<FollowTab, PastedRow[]> = { choice: [], new: [], known: [], invalid: [] };
  for (const row of rows) sorted[row.state].push(row);
  return sorted;
}
