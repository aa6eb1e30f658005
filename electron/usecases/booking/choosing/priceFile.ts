import { join } from 'node:path';
import { regionGroups } from '../../../../shared/domain/bookingRule.ts';
import type { PriceTable, PriceZone } from '../../../../shared/domain/freight.ts';
import {
  neededPriceColumns,
  type PlaceReader,
  type PriceColumn,
  type PriceRow,
  priceColumnNames,
  priceColumns,
  priceColumnsOf,
  priceRowsOf,
  type ReadPrices,
  readPriceRows,
} from '../../../../shared/domain/prices.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Language } from '../../../../shared/text/describeError.ts';
import type { Divisions } from '../../../addresses/divisions/loadDivisions.ts';
import { legalRegion } from '../../../addresses/memory/legalRegion.ts';
import { catchTableFault, eachOf, type OpenTable } from '../../../imports/kit/tableFormat.ts';
import { openOrderFile } from '../../../imports/openOrderFile.ts';
import { writeTable } from '../../../imports/writers/writeTable.ts';
import { resultsFolder, type Workspace } from '../../workspace/workspace.ts';
import { readRuleSet } from './ruleSets.ts';

/** A price table has a few hundred rows at most. */
const mostRows = 5_000;
/** The header is near the top. */
const headerWithin = 20;

/** Zones and steps of a filled-in template (xlsx, xls, csv). Stores nothing. */
export async function readPriceFile(workspace: Workspace, path: string): Promise<Outcome<ReadPrices>> {
  const table = await openOrderFile(path);
  if (!table.ok) return table;
  try {
    return await catchTableFault(async () => {
      const rows = await readRows(table.value);
      return rows.ok ? done(readPriceRows(rows.value, await openPlaceReader(workspace))) : rows;
    });
  } finally {
    await table.value.close();
  }
}

async function readRows({ sheets }: OpenTable): Promise<Outcome<PriceRow[]>> {
  let missing: readonly PriceColumn[] = neededPriceColumns;
  for (const sheet of sheets) {
    const rows: PriceRow[] = [];
    let columns: readonly (PriceColumn | null)[] = [];
    let seen = 0;
    for await (const { rowNumber, cells } of eachOf(sheet.rows())) {
      if (++seen > mostRows) break;
      if (columns.length === 0) {
        const named = priceColumnsOf(cells.map(({ text }) => text));
        const lacking = neededPriceColumns.filter((column) => !named.includes(column));
        if (lacking.length === 0) columns = named;
        else if (lacking.length < missing.length) missing = lacking;
        if (columns.length === 0 && seen >= headerWithin) break;
        continue;
      }
      const pairs = columns.flatMap((column, at) =>
        column === null ? [] : [[column, cells[at]?.text ?? ''] as const],
      );
      rows.push({ rowNumber, cells: Object.fromEntries(pairs) });
    }
    if (columns.length > 0) return done(rows);
  }
  const names = missing.map((column) => priceColumnNames['zh-CN'][column]);
  return failure('PRICE_COLUMNS_MISSING', { columns: names.join('、') });
}

const sampleZones: readonly PriceZone[] = [
  {
    name: '一区',
    places: [
      { province: '江苏省', city: '' },
      { province: '浙江省', city: '' },
      { province: '上海市', city: '' },
    ],
    steps: [
      { kind: 'flat', upToGrams: 500, amountFen: 220 },
      { kind: 'flat', upToGrams: 1000, amountFen: 260 },
      { kind: 'continued', upToGrams: null, firstGrams: 1000, firstFen: 260, stepGrams: 1000, stepFen: 80 },
    ],
    surchargeFen: 0,
  },
  {
    name: '偏远',
    places: [
      { province: '新疆维吾尔自治区', city: '' },
      { province: '西藏自治区', city: '' },
    ],
    steps: [
      {
        kind: 'continued',
        upToGrams: 30_000,
        firstGrams: 1000,
        firstFen: 1500,
        stepGrams: 500,
        stepFen: 600,
      },
    ],
    surchargeFen: 200,
  },
];

interface PriceFileRequest {
  readonly language: Language;
  /** null: a new file in the workspace's results folder. */
  readonly path: string | null;
  /** null: a template with sample zones. */
  readonly table: PriceTable | null;
}

/** Writes a price table, or a template for one, as it can be read back. */
export async function writePriceTemplate(
  workspace: Workspace,
  { language, path, table }: PriceFileRequest,
): Promise<Outcome<{ path: string }>> {
  const sheet = language === 'en' ? 'Price table' : '价格表';
  const names = priceColumnNames[language];
  const rows = (table?.zones ?? sampleZones).flatMap(zoneRows);
  const target = path ?? join(resultsFolder(workspace), `${sheet}-${workspace.nextId()}.xlsx`);
  const written = await writeTable(
    target,
    sheet,
    priceColumns.map((column) => names[column]),
    rows,
  );
  return written.ok ? done({ path: written.value.path }) : written;
}

/** Every row names its zone: a sheet is sorted and filtered by others. */
function zoneRows(zone: PriceZone): string[][] {
  const rows = priceRowsOf([zone]);
  return rows.map((cells) => {
    const row = { ...cells, zone: rows[0]?.zone ?? '', places: rows[0]?.places ?? '' };
    return priceColumns.map((column) => row[column]);
  });
}

/** Names of the built-in groups as merchants and price tables write them. */
const groupNames: Readonly<Record<string, string>> = {
  江浙沪: 'jzh',
  江浙沪皖: 'jzhw',
  京津冀: 'jjj',
  东北: 'northeast',
  东北三省: 'northeast',
  偏远地区: 'remote',
  港澳台: 'hmt',
};

/** Provinces and cities by long or short name, groups of provinces, and the merchant's own groups. */
async function openPlaceReader({ divisions, store }: Workspace): Promise<PlaceReader> {
  const { areas } = (await readRuleSet(store.read)).set;
  return (name) => {
    const own = areas.find((area) => area.name === name);
    if (own !== undefined) return own.places;
    const group = regionGroups.find(({ id }) => id === groupNames[name]);
    return group?.places ?? placeNamed(name, divisions);
  };
}

interface NamedPlaces {
  readonly name: string;
  /** null: no such place. */
  readonly places: readonly { readonly province: string; readonly city: string }[] | null;
}

/** What each of these names means to a price table. */
export async function readPlaceNames(workspace: Workspace, names: readonly string[]): Promise<NamedPlaces[]> {
  const placesOf = await openPlaceReader(workspace);
  return names.map((name) => ({ name, places: placesOf(name) }));
}

function placeNamed(name: string, divisions: Divisions): NamedPlaces['places'] {
  const nothing = { province: '', city: '', district: '' };
  const province = legalRegion({ ...nothing, province: name }, divisions);
  if (province.unknown === '') return [{ province: province.province, city: '' }];
  const city = legalRegion({ ...nothing, city: name }, divisions);
  return city.unknown !== '' || city.province === '' ? null : [{ province: city.province, city: city.city }];
}
