import type { AddressReading } from '../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../shared/domain/receiverColumns.ts';
import type { Division } from './divisions/division.ts';
import type { Divisions } from './divisions/loadDivisions.ts';
import { findTown, findZone } from './divisions/towns.ts';
import { cleanName } from './names/nameWorth.ts';
import { startsWithRegion } from './regions/findRegionHits.ts';
import { simplifyUnit } from './text/characters.ts';
import { chatLead, labelGrammar } from './text/findLabels.ts';
import { saysNobody } from './text/saysNothing.ts';
import { confirmedRegion } from './verdict/judgeReading.ts';

type ReadReceiver = (columns: ReceiverColumns, divisions: Divisions) => AddressReading;

/** What is known of one way to write a region in columns. */
interface RegionTemplate {
  /** The reading of a plain sample in this region: its path, its confidence, its issues. */
  readonly reading: AddressReading;
  readonly district: Division;
}

const plainPhone = /^1[3-9]\d{9}$/;
const plainName = /^[\u4e00-\u9fff]{2,4}$/;
/** Ideographs, digits, single letters and #, with a number in it; nothing that could part it or be a note. */
const plainAddress =
  /^(?=.*\d)(?!\d+$)(?!.*[A-Za-z]{2})[\u4e00-\u9fff\dA-Za-z][\u4e00-\u9fff\dA-Za-z#-]{2,58}[\u4e00-\u9fff\dA-Za-z]$/;
/** A phone, a postcode or a waybill has at least six digits; dashes may stand among them, two of them part words. */
const longNumber = /\d[\d-]{4,}\d|--/;
/** Words that may name another place, or belong to the region in front. */
const furtherRegion =
  /[省盟]|市(?!场)|自治|特别行政|地区|州(?=.{2,9}[县区旗])|[改换转更][寄发送到成为]|更正|改\d|^(?:县|中国|中华|直辖|雄安|生产建设)/;
const labelWord = new RegExp(labelGrammar().source, 'i');
/** Each word of that grammar has one of these, short of those in Latin letters: most addresses are spared the long expression. */
const labelSign =
  /[:=收联聯客顾买用会签接姓名称手电電座固地住区區所省邮郵身单單订编备備留商货产规昵旺微款颜尺数件物付性龄]/;
const chatWord = new RegExp(chatLead.source);
/** 先不要发, 等通知再发: only the long way asks whether it is a wish to wait. */
const waitWord = /[别要用再知]发/;
const sampleAddress = '人民路1号';

/** Regions by their cells, as a file of 100,000 orders repeats a few thousand; null: not for the short way. */
const templates = new WeakMap<Divisions, Map<string, RegionTemplate | null>>();
/** A hostile file must not fill the memory. */
const templateLimit = 20_000;

function districtOf({ province, city, district }: AddressReading, divisions: Divisions): Division | null {
  const within = divisions.provinces.find(({ name }) => name === province)?.children ?? [];
  const home = within.find(({ name }) => name === city || (city === '' && name === ''));
  return home?.children.find(({ name }) => name === district) ?? null;
}

function makeTemplate(
  columns: ReceiverColumns,
  divisions: Divisions,
  read: ReadReceiver,
): RegionTemplate | null {
  const sample = { ...columns, name: '王芳', phone: '13800138000', address: sampleAddress };
  const reading = read(sample, divisions);
  const isSettled =
    reading.candidates.length === 0 &&
    reading.town === '' &&
    reading.detail === sampleAddress &&
    reading.leftover === '' &&
    // A town in the address would raise a lower one, and the sample has none.
    reading.confidence.region >= confirmedRegion &&
    reading.issues.every((issue) => issue === 'outside_mainland' || issue === 'old_name_corrected');
  const district = isSettled ? districtOf(reading, divisions) : null;
  return district === null ? null : { reading, district };
}

function templateOf(
  columns: ReceiverColumns,
  divisions: Divisions,
  read: ReadReceiver,
): RegionTemplate | null {
  let known = templates.get(divisions);
  if (known === undefined) {
    known = new Map();
    templates.set(divisions, known);
  }
  const key = `${columns.province}\n${columns.city}\n${columns.district}`;
  let template = known.get(key);
  if (template === undefined) {
    if (known.size >= templateLimit) known.clear();
    template = makeTemplate(columns, divisions, read);
    known.set(key, template);
  }
  return template;
}

function simplified(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (simplifyUnit(unit) !== unit) return allSimplified(text);
  }
  return text;
}

function allSimplified(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at += 1) plain += String.fromCharCode(simplifyUnit(text.charCodeAt(at)));
  return plain;
}

function isPlain(columns: ReceiverColumns): boolean {
  const { name, phone, address } = columns;
  return (
    columns.tel === '' &&
    columns.extension === '' &&
    columns.town === '' &&
    columns.region === '' &&
    columns.oneLine === '' &&
    columns.postcode === '' &&
    plainPhone.test(phone) &&
    plainName.test(name) &&
    plainAddress.test(address) &&
    !longNumber.test(address) &&
    !furtherRegion.test(address) &&
    !(labelSign.test(address) && labelWord.test(address)) &&
    !chatWord.test(address) &&
    !waitWord.test(address) &&
    cleanName(name) === name &&
    !saysNobody(name)
  );
}

function isTownOfCity(plain: string, { parent }: Division, { towns }: Divisions): boolean {
  const found = parent === null || parent.name === '' ? null : findTown(plain.slice(0, 20), parent, towns);
  return found !== null && found.owners.length > 0;
}

/**
 * The short way for nine rows in ten of an export: region, name and phone in columns of their own and an address of
 * street and numbers. The region is understood once for all rows that write it alike. Null: the row is not that plain.
 * Whatever it answers is what `read`, the long way, would answer (but for spans, which only the long way tells).
 */
export function readPlainReceiver(
  columns: ReceiverColumns,
  divisions: Divisions,
  read: ReadReceiver,
): AddressReading | null {
  if (!isPlain(columns)) return null;
  const template = templateOf(columns, divisions, read);
  if (template === null) return null;
  const { address } = columns;
  const plain = simplified(address);
  if (startsWithRegion(plain, divisions.names)) return null;
  const found = findTown(plain.slice(0, 20), template.district, divisions.towns);
  const town = found?.name ?? '';
  // The long way asks which other district of the city has it.
  if (found === null ? isTownOfCity(plain, template.district, divisions) : found.owners.length === 0)
    return null;
  const detail = address.slice(town.length);
  // 街道 with nothing behind it, or with marks, is trimmed the long way.
  if (town !== '' && !/^[\u4e00-\u9fff\dA-Za-z]/.test(detail)) return null;
  return {
    ...template.reading,
    name: columns.name,
    phone: columns.phone,
    town,
    detail,
    zone: findZone(plain.slice(town.length)),
  };
}
