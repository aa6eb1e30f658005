import type { ImportProfile } from '../profiles/importProfile.ts';
import { type ColumnGuess, findGuess, isByHand } from './columnGuess.ts';
import { isMobile, isMostly } from './contentTests.ts';

const deliveryWord = /^(?:快递|ems|平邮|物流|自提|同城|虚拟|无需物流|快递发货)$/i;

/** 联系电话 is the mobile in one file and the landline in another. */
function settlePhone(guesses: readonly ColumnGuess[]): void {
  const tel = findGuess(guesses, 'receiverTel');
  if (tel === undefined || isByHand(tel.rule) || findGuess(guesses, 'receiverPhone') !== undefined) return;
  if (isMostly(tel.values, isMobile)) tel.field = 'receiverPhone';
}

/** 街道 is the town, or, in older Pinduoduo files, the whole street address. */
function settleStreet(guesses: readonly ColumnGuess[]): void {
  const town = findGuess(guesses, 'town');
  const hasAddress = guesses.some(({ field }) => field === 'fullAddress' || field === 'addressDetail');
  if (town === undefined || hasAddress || isByHand(town.rule)) return;
  if (isMostly(town.values, (text) => text.length > 8 || /\d/.test(text))) town.field = 'addressDetail';
}

/** 件数 beside a product and without 数量 counts goods: taking it for parcels would order too many labels. */
function settlePieces(guesses: readonly ColumnGuess[], profile: ImportProfile): void {
  const parcels = findGuess(guesses, 'packageCount');
  const isGoodsCount =
    findGuess(guesses, 'quantity') === undefined && findGuess(guesses, 'goodsName') !== undefined;
  if (parcels?.normalised !== '件数' || !isGoodsCount || isByHand(parcels.rule)) return;
  if (profile.isCourierSheet !== true) parcels.field = 'quantity';
}

/** 快递 names the carrier, or only says that it goes by courier at all. */
function settleCarrier(guesses: readonly ColumnGuess[]): void {
  const carrier = findGuess(guesses, 'carrier');
  if (carrier === undefined || isByHand(carrier.rule)) return;
  if (isMostly(carrier.values, (text) => deliveryWord.test(text))) carrier.field = 'delivType';
}

/** Words that change their meaning from file to file are decided by what stands below and beside them. */
export function settleAmbiguous(guesses: readonly ColumnGuess[], profile: ImportProfile): void {
  settlePhone(guesses);
  settleStreet(guesses);
  settlePieces(guesses, profile);
  settleCarrier(guesses);
}
