import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PaperRoll } from '../../../shared/contracts/printing.ts';
import { networkPrinterUri } from './pageSample.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Rolls of the page's double: one that is nearly used up. */
export function pagePaper(os: Os, { options, jobs, now, count, tell }: PageWorld) {
  let rolls: Omit<PaperRoll, 'usedLabels'>[] = options.isFresh
    ? []
    : [{ printerUri: networkPrinterUri, labels: 500, loadedAt: now() - 86_400_000 }];
  const read = (): PaperRoll[] =>
    rolls.map((roll) => {
      const used = count(
        jobs,
        ({ printerUri, sentAt }) => printerUri === roll.printerUri && (sentAt ?? 0) >= roll.loadedAt,
      );
      return { ...roll, usedLabels: roll.labels === 500 ? Math.max(used, 462) : used };
    });
  return {
    rolls: os.paper.rolls.handler(read),
    load: os.paper.load.handler(({ input }) => {
      rolls = [
        ...rolls.filter(({ printerUri }) => printerUri !== input.printerUri),
        { ...input, loadedAt: now() },
      ];
      tell('printJobs');
      return read();
    }),
  };
}
