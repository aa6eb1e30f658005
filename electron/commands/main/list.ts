import type { Command } from './command.ts';
import { commandWords } from './readWords.ts';

/** The first words of a file's commands, and the file, which is loaded when one of them is typed. */
type Family = readonly [firstWords: string, load: () => Promise<readonly Command[]>];

/** Every command of the command line, in the order of the help: one line per file. */
export const families: readonly Family[] = [
  ['ship', async () => (await import('../ship/ship.ts')).shipCommands],
  ['import imports', async () => (await import('../intake/import.ts')).importCommands],
  ['watch', async () => (await import('../intake/watch.ts')).watchCommands],
  ['orders export', async () => (await import('../orders/orders.ts')).orderCommands],
  ['orders', async () => (await import('../orders/edit.ts')).editCommands],
  ['orders', async () => (await import('../orders/merge.ts')).mergeCommands],
  ['orders', async () => (await import('../orders/changes.ts')).changeCommands],
  ['orders', async () => (await import('../booking/unsure.ts')).unsureCommands],
  ['orders waybill', async () => (await import('../booking/parcels.ts')).parcelCommands],
  ['pickup', async () => (await import('../booking/pickup.ts')).pickupCommands],
  ['preflight', async () => (await import('../booking/preflight.ts')).preflightCommands],
  ['dispatch', async () => (await import('../booking/dispatch.ts')).dispatchCommands],
  ['calls', async () => (await import('../booking/calls.ts')).callCommands],
  ['writeback', async () => (await import('../writeback/writeback.ts')).writebackCommands],
  ['print', async () => (await import('../printing/print.ts')).printCommands],
  ['print', async () => (await import('../printing/printBatches.ts')).printBatchCommands],
  ['print', async () => (await import('../printing/printAnswer.ts')).printAnswerCommands],
  ['slip picklist', async () => (await import('../printing/receipts.ts')).receiptCommands],
  ['pack', async () => (await import('../packing/pack.ts')).packCommandLine],
  ['pack', async () => (await import('../packing/packRules.ts')).packRuleCommands],
  ['pack', async () => (await import('../packing/packCodes.ts')).packCodeCommands],
  ['pack', async () => (await import('../packing/packPhotos.ts')).packPhotoCommands],
  ['handover', async () => (await import('../packing/handover.ts')).handoverCommands],
  ['handover', async () => (await import('../packing/handoverLate.ts')).handoverLateCommands],
  ['track', async () => (await import('../tracking/track.ts')).trackCommands],
  ['track', async () => (await import('../tracking/add.ts')).addCommands],
  ['track', async () => (await import('../tracking/plan.ts')).planCommands],
  ['reconcile bills', async () => (await import('../insight/bills.ts')).billCommands],
  ['bills', async () => (await import('../insight/claims.ts')).claimCommands],
  ['track', async () => (await import('../tracking/push.ts')).pushCommands],
  ['track', async () => (await import('../tracking/relay.ts')).relayCommands],
  ['cases', async () => (await import('../tracking/cases.ts')).caseCommands],
  ['parcel returns', async () => (await import('../tracking/parcelCare.ts')).parcelCareCommands],
  ['alarms', async () => (await import('../insight/alarms.ts')).alarmCommands],
  ['alarms', async () => (await import('../insight/alarmRules.ts')).alarmRuleCommands],
  ['report', async () => (await import('../insight/report.ts')).reportCommands],
  ['alarms', async () => (await import('../insight/alarmChannels.ts')).alarmChannelCommands],
  ['address', async () => (await import('../correcting/parse.ts')).parseCommands],
  ['address', async () => (await import('../correcting/ask.ts')).askCommands],
  ['address', async () => (await import('../correcting/memory.ts')).memoryCommands],
  ['noship', async () => (await import('../correcting/noShip.ts')).noShipCommands],
  ['rules', async () => (await import('../booking/rules.ts')).ruleCommands],
  ['freight', async () => (await import('../booking/freight.ts')).freightCommands],
  ['label', async () => (await import('../printing/labelRender.ts')).labelRenderCommands],
  ['label', async () => (await import('../printing/templates.ts')).templateCommands],
  ['label', async () => (await import('../printing/trials.ts')).trialCommands],
  ['account', async () => (await import('../accounts/accounts.ts')).accountCommands],
  ['account', async () => (await import('../accounts/changeAccount.ts')).accountChangeCommands],
  ['account', async () => (await import('../accounts/goLive.ts')).goLiveCommands],
  ['account', async () => (await import('../accounts/lanes.ts')).laneCommands],
  ['account', async () => (await import('../accounts/switchAccount.ts')).switchCommands],
  ['requirements', async () => (await import('../platformRecord/requirements.ts')).requirementCommands],
  ['setup', async () => (await import('../platformRecord/setUp.ts')).setUpCommands],
  ['platform', async () => (await import('../platformRecord/platform.ts')).platformRecordCommands],
  ['incident', async () => (await import('../platformRecord/incidents.ts')).incidentCommands],
  ['printer', async () => (await import('../printing/printers.ts')).printerCommands],
  ['printer', async () => (await import('../printing/printerSetup.ts')).printerSetupCommands],
  ['operators', async () => (await import('../operators/operators.ts')).operatorCommands],
  ['audit', async () => (await import('../operators/audit.ts')).auditCommands],
  ['door', async () => (await import('../door/door.ts')).doorCommands],
  ['door', async () => (await import('../door/webhook.ts')).webhookCommands],
  ['settings', async () => (await import('../workspace/settings.ts')).settingsCommands],
  ['workspace', async () => (await import('../workspace/workspace.ts')).workspaceCommands],
  ['backup restore', async () => (await import('../workspace/backup.ts')).backupCommands],
  ['retention', async () => (await import('../workspace/retention.ts')).retentionCommands],
  ['privacy', async () => (await import('../workspace/privacy.ts')).privacyCommands],
  ['keys', async () => (await import('../workspace/keys.ts')).keyCommands],
  ['journal', async () => (await import('../workspace/journal.ts')).journalCommands],
  ['dictionary', async () => (await import('../intake/dictionary.ts')).dictionaryCommands],
  ['divisions', async () => (await import('../correcting/divisions.ts')).divisionCommands],
  ['doctor diagnose', async () => (await import('../workspace/doctor.ts')).doctorCommands],
  ['update', async () => (await import('../updates/updates.ts')).newVersionCommands],
  ['update', async () => (await import('../updates/prepare.ts')).updateCommands],
  ['version', async () => (await import('../workspace/version.ts')).versionCommands],
];

const loadAll = async (wanted: readonly Family[]): Promise<readonly Command[]> =>
  (await Promise.all(wanted.map(([, load]) => load()))).flat();

export const allCommands = (): Promise<readonly Command[]> => loadAll(families);

/** The commands that a command line can mean; all of them where it names none. */
export function commandsFor(line: readonly string[]): Promise<readonly Command[]> {
  const [first = ''] = commandWords(line).words;
  const named = families.filter(([firstWords]) => firstWords.split(' ').includes(first));
  return loadAll(named.length === 0 ? families : named);
}
