import { useQuery } from '@tanstack/react-query';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { HeldQuestion } from './HeldQuestion.tsx';
import { OwnLayoutNote } from './OwnLayoutNote.tsx';
import { UnsureQuestion } from './UnsureQuestion.tsx';

/** What waits for a person's word, one question of a kind at a time. */
export function Attention({ onRecover }: { onRecover(printerUri: string): void }) {
  const counts = useQuery(printQueries.counts()).data;
  const unsure = useQuery(printQueries.first('unsure')).data;
  const held = useQuery(printQueries.first('held')).data;
  return (
    <>
      {unsure !== undefined && unsure !== null && (
        <UnsureQuestion key={unsure.id} job={unsure} total={counts?.unsure ?? 1} onRecover={onRecover} />
      )}
      {held !== undefined && held !== null && (
        <HeldQuestion key={held.id} job={held} total={counts?.held ?? 1} />
      )}
      <OwnLayoutNote />
    </>
  );
}
