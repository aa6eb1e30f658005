import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import {
  type Divisions,
  isNewerVersion,
  loadWholeDivisions,
} from '../../addresses/divisions/loadDivisions.ts';
import { replaceOwnerOnlyFolder } from '../../platform/ownerOnlyFiles.ts';
import { parseJson } from '../../store/database/storedJson.ts';
import type { Workspace } from '../workspace/workspace.ts';

const parts = ['divisions', 'towns', 'initials'] as const;
/** The shipped data has 1 MB. */
const maxFileBytes = 20 * 1024 * 1024;
/** Divisions merge by the dozen a year; more that are gone mean that a part of the country is missing. */
const leastShare = 0.95;

/** An update in one file: the three data files by name. */
const bundle = z.object({ divisions: z.unknown(), towns: z.unknown(), initials: z.unknown() });

export interface DivisionUpdate {
  readonly version: string;
  readonly date: string;
  readonly previousVersion: string;
}

type UpdateFiles = ReadonlyMap<string, string | Uint8Array>;

/** The parts of an update by file name: from a folder of three files, or one file of them all. */
function readUpdate(path: string): Outcome<UpdateFiles> {
  try {
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? parts.map((part) => join(path, `${part}.json`)) : [path];
    if (files.some((file) => !existsSync(file) || statSync(file).size > maxFileBytes))
      return failure('DIVISIONS_DAMAGED');
    if (isFolder)
      return done(new Map(parts.map((part, at) => [`${part}.json`, readFileSync(files[at] ?? '')])));
    const read = bundle.safeParse(parseJson(readFileSync(path, 'utf8')));
    if (!read.success) return failure('DIVISIONS_DAMAGED');
    return done(new Map(parts.map((part) => [`${part}.json`, JSON.stringify(read.data[part] ?? null)])));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return failure('DIVISIONS_NOT_FOUND', { path });
    throw error;
  }
}

function countsOf({ byCode, provinces, towns }: Divisions) {
  const levels = [...new Set(byCode.values())].map(({ level }) => level);
  return {
    province: provinces.length,
    city: levels.filter((level) => level === 'city').length,
    district: levels.filter((level) => level === 'district').length,
    town: provinces.reduce((sum, province) => sum + towns.within(province).size, 0),
  };
}

function refuse(update: Divisions, current: Divisions): Outcome<never> | null {
  if (!isNewerVersion(update.version, current.version))
    return failure('DIVISIONS_NOT_NEWER', { version: update.version, current: current.version });
  const [found, known] = [countsOf(update), countsOf(current)];
  for (const level of ['province', 'city', 'district', 'town'] as const) {
    if (found[level] < known[level] * leastShare)
      return failure('DIVISIONS_INCOMPLETE', { level, found: found[level], current: known[level] });
  }
  return null;
}

/**
 * Takes newer division data into the workspace. It is copied aside, read whole and judged there, and only then put in the
 * place of a previous update: after a crash the previous or the shipped data is in use. The next opening of the workspace
 * reads it. Failures: DIVISIONS_*.
 */
export function updateDivisions(workspace: Workspace, path: string): Outcome<DivisionUpdate> {
  const { divisions: current } = workspace;
  const files = readUpdate(path);
  if (!files.ok) return files;
  return replaceOwnerOnlyFolder(join(workspace.folder, 'divisions'), files.value, (stage) => {
    const update = loadWholeDivisions(stage);
    if (update === null) return failure('DIVISIONS_DAMAGED');
    const { version, date } = update;
    return refuse(update, current) ?? done({ version, date, previousVersion: current.version });
  });
}
