import type { implement } from '@orpc/server';
import type { CarrierLabelAccount } from '../../../shared/contracts/accounts.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import { pageLabelBits } from './pageLabelBits.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Carriers' own labels of the page's double: they fit on 100 mm paper only. */
export function pageCarrierLabels(os: Os, { own, jobs, now, tell }: PageWorld) {
  const wanted = new Set<string>();
  let seenUpTo = '';
  const rows = (): CarrierLabelAccount[] =>
    own.accounts
      .filter(({ platform }) => platform === 'kdniao')
      .map(({ id, name, platform }) => ({
        accountId: id,
        name,
        platform,
        isWanted: wanted.has(id),
        newestAt: wanted.has(id) ? now() - 300_000 : null,
        newestBytes: wanted.has(id) ? 48_200 : 0,
      }));
  const unseen = () => {
    const instead = jobs.filter(({ id, ownLayoutReason }) => ownLayoutReason !== '' && id > seenUpTo);
    return {
      total: instead.length,
      reasons: instead.length === 0 ? [] : [{ reason: 'too-large' as const, count: instead.length }],
      newestId:
        instead
          .map(({ id }) => id)
          .sort()
          .at(-1) ?? '',
    };
  };
  return {
    accounts: os.carrierLabels.accounts.handler(rows),
    setWanted: os.carrierLabels.setWanted.handler(({ input }) => {
      if (input.isWanted) wanted.add(input.accountId);
      else wanted.delete(input.accountId);
      tell('settings');
      return rows();
    }),
    preview: os.carrierLabels.preview.handler(({ input }) =>
      input.size.startsWith('100')
        ? { waybillNo: '73610555582883', bitmap: pageLabelBits('73610555582883'), reason: '' as const }
        : { waybillNo: '73610555582883', bitmap: null, reason: 'too-large' as const },
    ),
    unseen: os.carrierLabels.unseen.handler(unseen),
    markSeen: os.carrierLabels.markSeen.handler(({ input }) => {
      seenUpTo = input.newestId;
      tell('printJobs');
      return unseen();
    }),
  };
}
