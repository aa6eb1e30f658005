import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import { readCommand } from '../../../shared/domain/packing/packCommands.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { scannedCode } from '../../packing/readCode.ts';
import type { Approval } from '../operators/checkRight.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { commandAtBench } from './command.ts';
import { type Bench, type GestureResult, judge, runGesture, stoppedBy } from './gesture.ts';
import { isForTheBook, type Meaning, meaningOf } from './meaning.ts';
import { countOne, takeByGoods, takeParcel } from './take.ts';

interface Scan {
  readonly gestureId: string;
  readonly code: string;
  readonly approvals?: readonly Approval[] | undefined;
}

/** Whatever a gun read: it is looked up, judged by the table of the bench, and done. */
export function scanAtBench(
  workspace: Workspace,
  { gestureId, code: raw, approvals }: Scan,
): Promise<Outcome<PackAnswer>> {
  const code = scannedCode(raw);
  const command = readCommand(code);
  if (command !== null && command !== 'unknown')
    return commandAtBench(workspace, { gestureId, ...command, approvals });
  return runGesture(workspace, { gestureId, kind: 'scan' }, async (bench) => {
    if (code === '') return done(stoppedBy('unknown', { code: '' }));
    const meaning = await meaningOf(bench.context.write, code, bench.open);
    // What this bench does not know the book may.
    if (workspace.isApart === true && isForTheBook(meaning)) return done(stoppedBy('not-here', { code }));
    return done(await scanned(bench, code, meaning));
  });
}

async function scanned(bench: Bench, code: string, meaning: Meaning): Promise<GestureResult> {
  switch (meaning.kind) {
    case 'nothing':
      return judge(bench, { kind: 'nothing', stop: meaning.stop }, { params: meaning.params });
    case 'parcel':
      return takeParcel(bench, meaning);
    case 'goods':
      return bench.open === null ? takeByGoods(bench, code, meaning) : countOne(bench, code, meaning);
  }
}
