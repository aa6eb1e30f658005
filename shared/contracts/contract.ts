import { carrierLabelsContract, goLiveContract } from './accounts.ts';
import {
  manualContract,
  parcelsContract,
  pickupContract,
  preflightContract,
  runContract,
  shipContract,
} from './booking.ts';
import { bookingHealthContract, callsContract, storyContract } from './bookingHealth.ts';
import { addressKnowledgeContract, correctContract } from './correcting.ts';
import { dictionaryContract } from './dictionary.ts';
import { freightContract } from './freight.ts';
import { importsContract, pasteContract, watchContract } from './intake.ts';
import { labelTemplatesContract, labelTrialsContract } from './labels.ts';
import { operatorsContract } from './operators.ts';
import { changesContract, mergingContract, ordersContract } from './orders.ts';
import { printerSetupContract } from './printers.ts';
import { paperContract, printContract, receiptsContract } from './printing.ts';
import { rulesContract } from './rules.ts';
import { sessionContract, statusContract } from './session.ts';
import { settingsContract } from './settings.ts';
import { trackContract } from './tracking.ts';
import { outContract } from './writeback.ts';

/** Spelled out: the inferred type is too long to be written down. */
export type Contract = {
  readonly session: typeof sessionContract;
  readonly status: typeof statusContract;
  readonly operators: typeof operatorsContract;
  readonly imports: typeof importsContract;
  readonly dictionary: typeof dictionaryContract;
  readonly correct: typeof correctContract;
  readonly paste: typeof pasteContract;
  readonly addressKnowledge: typeof addressKnowledgeContract;
  readonly orders: typeof ordersContract;
  readonly changes: typeof changesContract;
  readonly merging: typeof mergingContract;
  readonly out: typeof outContract;
  readonly watch: typeof watchContract;
  readonly rules: typeof rulesContract;
  readonly freight: typeof freightContract;
  readonly ship: typeof shipContract;
  readonly pickup: typeof pickupContract;
  readonly preflight: typeof preflightContract;
  readonly bookingHealth: typeof bookingHealthContract;
  readonly goLive: typeof goLiveContract;
  readonly calls: typeof callsContract;
  readonly story: typeof storyContract;
  readonly run: typeof runContract;
  readonly manual: typeof manualContract;
  readonly print: typeof printContract;
  readonly printerSetup: typeof printerSetupContract;
  readonly labelTemplates: typeof labelTemplatesContract;
  readonly carrierLabels: typeof carrierLabelsContract;
  readonly labelTrials: typeof labelTrialsContract;
  readonly paper: typeof paperContract;
  readonly parcels: typeof parcelsContract;
  readonly receipts: typeof receiptsContract;
  readonly track: typeof trackContract;
  readonly settings: typeof settingsContract;
};

/** All that a page may ask of the core. Inputs and replies are schema-checked on the core's side of the port. */
export const contract: Contract = {
  session: sessionContract,
  status: statusContract,
  operators: operatorsContract,
  imports: importsContract,
  dictionary: dictionaryContract,
  correct: correctContract,
  paste: pasteContract,
  addressKnowledge: addressKnowledgeContract,
  orders: ordersContract,
  changes: changesContract,
  merging: mergingContract,
  out: outContract,
  watch: watchContract,
  rules: rulesContract,
  freight: freightContract,
  ship: shipContract,
  pickup: pickupContract,
  preflight: preflightContract,
  bookingHealth: bookingHealthContract,
  goLive: goLiveContract,
  calls: callsContract,
  story: storyContract,
  run: runContract,
  manual: manualContract,
  print: printContract,
  printerSetup: printerSetupContract,
  labelTemplates: labelTemplatesContract,
  carrierLabels: carrierLabelsContract,
  labelTrials: labelTrialsContract,
  paper: paperContract,
  parcels: parcelsContract,
  receipts: receiptsContract,
  track: trackContract,
  settings: settingsContract,
};
