import { ask, core } from '../core.ts';
import { type WindowList, windowList } from '../windowRows.ts';

export const sessionQueries = {
  state: () => ask.session.state.queryOptions(),
};

export const statusQueries = {
  /** Polled besides: rates and ages move without an event. */
  now: () => ask.status.get.queryOptions({ refetchInterval: 5_000 }),
};

export const settingsQueries = {
  get: () => ask.settings.get.queryOptions(),
  platforms: () => ask.settings.platforms.queryOptions(),
  carriers: () => ask.settings.carriers.queryOptions(),
  carrierFields: (platform: string, carrier: string) =>
    ask.settings.carrierFields.queryOptions({ input: { platform, carrier } }),
  divisions: () => ask.settings.divisions.queryOptions(),
  accounts: () => ask.settings.accounts.queryOptions(),
  printers: () => ask.settings.printers.queryOptions(),
};

export const operatorQueries = {
  /** Who sits here and what they may do. */
  desk: () => ask.operators.state.queryOptions(),
};

export type StaffRow = Awaited<ReturnType<typeof core.operators.list>>[number];
export type ActRow = Awaited<ReturnType<typeof core.operators.acts>>['rows'][number];
type ActKinds = Parameters<typeof core.operators.acts>[0]['kinds'];

export const staffQueries = {
  list: () => ask.operators.list.queryOptions(),
  /** undefined: all kinds. */
  acts: (kinds: ActKinds): WindowList<ActRow> => windowList('operators.acts', core.operators.acts, { kinds }),
  actsCheck: () => ask.operators.checkActs.queryOptions(),
};
