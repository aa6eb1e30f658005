import { accountCommands } from '../accounts/accounts.ts';
import { accountChangeCommands } from '../accounts/changeAccount.ts';
import { goLiveCommands } from '../accounts/goLive.ts';
import { laneCommands } from '../accounts/lanes.ts';
import { switchCommands } from '../accounts/switchAccount.ts';
import { callCommands } from '../booking/calls.ts';
import { dispatchCommands } from '../booking/dispatch.ts';
import { freightCommands } from '../booking/freight.ts';
import { parcelCommands } from '../booking/parcels.ts';
import { pickupCommands } from '../booking/pickup.ts';
import { preflightCommands } from '../booking/preflight.ts';
import { ruleCommands } from '../booking/rules.ts';
import { unsureCommands } from '../booking/unsure.ts';
import { askCommands } from '../correcting/ask.ts';
import { divisionCommands } from '../correcting/divisions.ts';
import { memoryCommands } from '../correcting/memory.ts';
import { noShipCommands } from '../correcting/noShip.ts';
import { parseCommands } from '../correcting/parse.ts';
import { doorCommands } from '../door/door.ts';
import { alarmChannelCommands } from '../insight/alarmChannels.ts';
import { alarmRuleCommands } from '../insight/alarmRules.ts';
import { alarmCommands } from '../insight/alarms.ts';
import { billCommands } from '../insight/bills.ts';
import { claimCommands } from '../insight/claims.ts';
import { reportCommands } from '../insight/report.ts';
import { dictionaryCommands } from '../intake/dictionary.ts';
import { importCommands } from '../intake/import.ts';
import { watchCommands } from '../intake/watch.ts';
import { auditCommands } from '../operators/audit.ts';
import { operatorCommands } from '../operators/operators.ts';
import { changeCommands } from '../orders/changes.ts';
import { editCommands } from '../orders/edit.ts';
import { mergeCommands } from '../orders/merge.ts';
import { orderCommands } from '../orders/orders.ts';
import { handoverCommands } from '../packing/handover.ts';
import { handoverLateCommands } from '../packing/handoverLate.ts';
import { packCommandLine } from '../packing/pack.ts';
import { packCodeCommands } from '../packing/packCodes.ts';
import { packPhotoCommands } from '../packing/packPhotos.ts';
import { packRuleCommands } from '../packing/packRules.ts';
import { incidentCommands } from '../platformRecord/incidents.ts';
import { platformRecordCommands } from '../platformRecord/platform.ts';
import { requirementCommands } from '../platformRecord/requirements.ts';
import { setUpCommands } from '../platformRecord/setUp.ts';
import { labelRenderCommands } from '../printing/labelRender.ts';
import { printCommands } from '../printing/print.ts';
import { printBatchCommands } from '../printing/printBatches.ts';
import { printerSetupCommands } from '../printing/printerSetup.ts';
import { printerCommands } from '../printing/printers.ts';
import { receiptCommands } from '../printing/receipts.ts';
import { templateCommands } from '../printing/templates.ts';
import { trialCommands } from '../printing/trials.ts';
import { shipCommands } from '../ship/ship.ts';
import { addCommands } from '../tracking/add.ts';
import { caseCommands } from '../tracking/cases.ts';
import { parcelCareCommands } from '../tracking/parcelCare.ts';
import { planCommands } from '../tracking/plan.ts';
import { pushCommands } from '../tracking/push.ts';
import { relayCommands } from '../tracking/relay.ts';
import { trackCommands } from '../tracking/track.ts';
import { backupCommands } from '../workspace/backup.ts';
import { doctorCommands } from '../workspace/doctor.ts';
import { journalCommands } from '../workspace/journal.ts';
import { keyCommands } from '../workspace/keys.ts';
import { settingsCommands } from '../workspace/settings.ts';
import { writebackCommands } from '../writeback/writeback.ts';
import type { Command } from './command.ts';

/** Every command of the command line, in the order of the help: one line a file. */
export const commands: readonly Command[] = [
  ...shipCommands,
  ...importCommands,
  ...watchCommands,
  ...orderCommands,
  ...editCommands,
  ...mergeCommands,
  ...changeCommands,
  ...unsureCommands,
  ...parcelCommands,
  ...pickupCommands,
  ...preflightCommands,
  ...dispatchCommands,
  ...callCommands,
  ...writebackCommands,
  ...printCommands,
  ...printBatchCommands,
  ...receiptCommands,
  ...packCommandLine,
  ...packRuleCommands,
  ...packCodeCommands,
  ...packPhotoCommands,
  ...handoverCommands,
  ...handoverLateCommands,
  ...trackCommands,
  ...addCommands,
  ...planCommands,
  ...billCommands,
  ...claimCommands,
  ...pushCommands,
  ...relayCommands,
  ...caseCommands,
  ...parcelCareCommands,
  ...alarmCommands,
  ...alarmRuleCommands,
  ...reportCommands,
  ...alarmChannelCommands,
  ...parseCommands,
  ...askCommands,
  ...memoryCommands,
  ...noShipCommands,
  ...ruleCommands,
  ...freightCommands,
  ...labelRenderCommands,
  ...templateCommands,
  ...trialCommands,
  ...accountCommands,
  ...accountChangeCommands,
  ...goLiveCommands,
  ...laneCommands,
  ...switchCommands,
  ...requirementCommands,
  ...setUpCommands,
  ...platformRecordCommands,
  ...incidentCommands,
  ...printerCommands,
  ...printerSetupCommands,
  ...operatorCommands,
  ...auditCommands,
  ...doorCommands,
  ...settingsCommands,
  ...backupCommands,
  ...keyCommands,
  ...journalCommands,
  ...dictionaryCommands,
  ...divisionCommands,
  ...doctorCommands,
];
