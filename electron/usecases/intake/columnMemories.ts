import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { FileRecognition } from '../../imports/kit/orderDraft.ts';
import { headerKey, headerSlots } from '../../imports/recognition/findHeaderRow.ts';
import { columnsJson, headersJson } from '../../store/intake/intakeJson.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { removeEntry } from './dictionary.ts';

/** Remembers the operator's column choices for the next file with the same set of headers. */
export async function rememberColumns(workspace: Workspace, recognition: FileRecognition): Promise<void> {
  const headers = recognition.mapping.map((column) => column.header);
  const slots = headerSlots(headers);
  const chosen = recognition.mapping.flatMap(({ columnIndex, field, rule }) =>
    rule === 'operator' || rule === 'remembered' ? [[slots[columnIndex] ?? '', field] as const] : [],
  );
  if (chosen.length === 0) return;
  const key = headerKey(headers);
  const previous = (await workspace.store.read.dictionary.columnMemories()).find(
    (row) => row.headerKey === key,
  );
  await change(workspace, ['dictionary'], (write) =>
    write.dictionary.putColumnMemory({
      headerKey: key,
      profile: recognition.profile,
      headersJson: JSON.stringify(headers),
      columnsJson: JSON.stringify(Object.fromEntries(chosen)),
      uses: (previous?.uses ?? 0) + 1,
      usedAt: workspace.clock.now(),
    }),
  );
}

/** Every remembered set of headers, most recently used first. */
export async function readMemories({ store }: Workspace) {
  const rows = await store.read.dictionary.columnMemories();
  return rows.map((row) => {
    const headers = headersJson.readOr(row.headersJson, []);
    const slots = headerSlots(headers);
    const chosen = columnsJson.readOr(row.columnsJson, {});
    return {
      key: row.headerKey,
      profile: row.profile,
      headers,
      columns: Object.entries(chosen).map(([slot, field]) => ({
        header: headers[slots.indexOf(slot)] ?? slot,
        field,
      })),
      uses: row.uses,
      usedAt: row.usedAt,
    };
  });
}

export function forgetColumns(workspace: Workspace, key: string): Promise<Outcome<null>> {
  return removeEntry(workspace, ({ dictionary }) => dictionary.removeColumnMemory(key));
}
