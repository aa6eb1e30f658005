import type { RegionCandidate } from '../../../shared/domain/addressReading.ts';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import { divisionLevels } from '../../addresses/divisions/division.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readText } from '../../addresses/readText.ts';
import type { Order } from '../../store/schema.ts';

/** That a note tells of another receiver was found when the order came in. */
const readdressCode = 'IMPORT_NOTE_READDRESSES';

const noteFields = ['sellerRemark', 'buyerRemark'] as const;

/** Where the notes of an order send it instead, for a person to choose: 改地址：上海市静安区共和新路1号 李四 13900000000. */
export function noteCandidates(
  { buyerRemark, sellerRemark }: Pick<Order, 'buyerRemark' | 'sellerRemark'>,
  complaints: readonly OrderComplaint[],
  divisions: Divisions,
): readonly RegionCandidate[] {
  const askedFields = new Set(
    complaints.flatMap(({ code, field }) => (code === readdressCode ? [field] : [])),
  );
  const notes = { buyerRemark, sellerRemark };
  const notesInUse = noteFields.filter((field) => askedFields.has(field)).map((field) => notes[field]);
  // Seller and buyer often write the same.
  return [...new Set(notesInUse)].flatMap((note) => candidateIn(note, divisions) ?? []);
}

/** The street begins at the region: what stands in front of it is talk. Null: no place is named. */
function candidateIn(note: string, divisions: Divisions): RegionCandidate | null {
  const { name, phone, extension, spans } = readText(note, divisions);
  const first = spans.find(({ field }) => divisionLevels.some((level) => level === field));
  if (first === undefined) return null;
  const { province, city, district, town, detail } = readText(note.slice(first.start), divisions);
  if (detail === '') return null;
  // A name without a number is as often a word of the note.
  const contact = phone === '' ? {} : { contact: { name, phone, extension } };
  return { province, city, district, town, detail, reason: 'note', ...contact };
}
