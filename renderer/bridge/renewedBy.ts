import type { ChangeTopic } from '../../shared/contracts/session.ts';
import type { core } from './core.ts';

type Core = typeof core;
/** `orders.window`: a call of the contract. */
export type CallName = {
  [Area in keyof Core]: `${Extract<Area, string>}.${Extract<keyof Core[Area], string>}`;
}[keyof Core];

/** Which change of the core renews which question. What is not here never changes while the program runs. */
const table: Partial<Readonly<Record<CallName, readonly ChangeTopic[]>>> = {
  'addressKnowledge.askable': ['settings'],
  'addressKnowledge.learned': ['addressKnowledge'],
  'addressKnowledge.noShip': ['addressKnowledge'],
  'addressKnowledge.reach': ['addressKnowledge', 'orders'],
  'addressKnowledge.suggestions': ['addressKnowledge', 'orders'],
  'alarmChannels.list': ['alarms'],
  'alarms.contacts': ['alarms'],
  'alarms.history': ['alarms'],
  'alarms.open': ['alarms'],
  'alarms.rules': ['alarms'],
  'backups.get': ['backups'],
  'backups.list': ['backups'],
  'board.costs': ['shipments', 'rules'],
  'board.day': ['shipments', 'printJobs', 'tracking', 'settings'],
  'board.transit': ['tracking'],
  'board.troubles': ['tracking'],
  'board.volumes': ['shipments'],
  'bookingHealth.accounts': ['settings', 'shipments', 'status'],
  'bookingHealth.clock': ['status'],
  'bookingHealth.summary': ['orders', 'shipments', 'settings', 'status'],
  'bookingHealth.unshipped': ['orders', 'shipments'],
  'calls.window': ['shipments', 'tracking', 'settings'],
  'carrierLabels.accounts': ['settings', 'orders'],
  'carrierLabels.untold': ['printJobs'],
  'cases.counts': ['cases', 'tracking'],
  'cases.detail': ['cases', 'tracking'],
  'cases.ofParcel': ['cases', 'tracking'],
  'cases.owners': ['operators'],
  'cases.rules': ['cases', 'settings'],
  'cases.window': ['cases', 'tracking'],
  'changes.counts': ['imports', 'orders', 'shipments'],
  'changes.list': ['imports', 'orders', 'shipments'],
  'correct.issues': ['orders'],
  'correct.item': ['orders'],
  'correct.queue': ['orders'],
  'correct.steps': ['orders'],
  'dictionary.get': ['dictionary', 'imports'],
  'dictionary.memories': ['dictionary', 'imports'],
  'dictionary.statusWords': ['dictionary', 'imports', 'orders'],
  'freight.ofOrder': ['orders', 'rules', 'settings'],
  'freight.readPlaces': ['rules', 'settings'],
  'freight.table': ['rules', 'settings'],
  'freight.tables': ['rules', 'settings'],
  'goLive.list': ['settings'],
  'imports.history': ['imports'],
  'labelTemplates.list': ['labelTemplates'],
  'labelTemplates.logos': ['labelTemplates'],
  'labelTemplates.preview': ['labelTemplates'],
  'labelTemplates.versions': ['labelTemplates'],
  'labelTrials.comparison': ['printJobs', 'labelTemplates'],
  'labelTrials.list': ['labelTemplates'],
  'merging.family': ['orders', 'imports', 'shipments'],
  'merging.hints': ['orders', 'imports', 'shipments'],
  'operators.acts': ['operators', 'orders', 'printJobs'],
  'operators.checkActs': ['operators', 'orders', 'printJobs'],
  'operators.list': ['operators'],
  'operators.state': ['operators', 'session'],
  'orders.counts': ['orders', 'shipments', 'printJobs'],
  'orders.detail': ['orders', 'shipments', 'printJobs'],
  'orders.holdCounts': ['orders'],
  'orders.window': ['orders', 'shipments', 'printJobs'],
  'out.preview': ['orders', 'shipments'],
  'paper.rolls': ['printJobs'],
  'pickup.ofOrder': ['orders', 'shipments', 'settings'],
  'print.counts': ['printJobs'],
  'print.preview': ['settings'],
  'print.printers': ['printJobs', 'status', 'settings'],
  'print.routes': ['settings'],
  'print.rules': ['settings'],
  'print.window': ['printJobs'],
  'printerSetup.get': ['settings', 'printJobs'],
  'pushes.get': ['settings', 'tracking'],
  'rules.check': ['rules', 'settings'],
  'rules.comparison': ['rules', 'shipments', 'tracking'],
  'rules.get': ['rules', 'settings'],
  'rules.versions': ['rules', 'settings'],
  'rules.why': ['orders', 'shipments', 'rules', 'settings'],
  'run.progress': ['shipments'],
  'session.lockRules': ['session', 'settings', 'operators'],
  'session.state': ['session'],
  'settings.accounts': ['settings', 'shipments'],
  'settings.get': ['settings'],
  'settings.printers': ['settings', 'status'],
  'ship.preview': ['orders', 'settings'],
  'status.get': ['status', 'orders', 'shipments', 'printJobs', 'tracking', 'settings'],
  'story.ofOrder': ['orders', 'shipments'],
  'track.counts': ['tracking'],
  'track.detail': ['tracking'],
  'track.find': ['tracking'],
  'track.window': ['tracking'],
  'watch.get': ['settings', 'imports', 'status'],
};

/** Keys of questions begin with the call as a path: `[['orders', 'window'], …]`. */
export function callNameOf(queryKey: readonly unknown[]): string {
  const [path] = queryKey;
  return Array.isArray(path) ? path.join('.') : '';
}

export function renewedBy(queryKey: readonly unknown[]): readonly ChangeTopic[] {
  return table[callNameOf(queryKey) as CallName] ?? [];
}
