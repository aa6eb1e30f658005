import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { done, type ErrorParams, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { readZipDirectory, readZipMember, type ZipDirectory } from './containers/zipDirectory.ts';
import { formatOf } from './index.ts';
import { memorySource, openSource } from './kit/openSource.ts';
import type { TableSource } from './kit/tableFormat.ts';

/** One table that can be imported: a file, or a member of a zip. */
export interface ListedFile {
  readonly path: string;
  /** Name inside the zip, null for a file of its own. */
  readonly entry: string | null;
  /** What a person calls it, e.g. `export.zip / 12月.xlsx`. */
  readonly name: string;
  readonly sizeBytes: number;
}

/** Something among the given paths that is no order table, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly code: Failure['code'];
  readonly params?: ErrorParams;
}

export interface FileList {
  readonly files: readonly ListedFile[];
  readonly refused: readonly RefusedFile[];
}

/** A drop of more than this is a mistake. */
const mostFiles = 500;
/** What systems and programs leave in folders and archives beside the files. */
const litter = /(^|\/)(__MACOSX\/|\.[^./]|desktop\.ini$|thumbs\.db$)/i;
/** Excel and WPS lock an open workbook with a hidden file of this name. */
const lockFile = /(^|\/)~\$/;

class Listing {
  readonly files: ListedFile[] = [];
  readonly refused: RefusedFile[] = [];

  refuse(name: string, { code, params }: Failure): void {
    this.refused.push(params === undefined ? { name, code } : { name, code, params });
  }

  get isFull(): boolean {
    return this.files.length + this.refused.length > mostFiles;
  }
}

async function refusalOfMember(source: TableSource): Promise<Failure | null> {
  const format = formatOf(source);
  if (format === undefined) return failure('IMPORT_FORMAT_UNKNOWN');
  if (format.id !== 'xlsx') return null;
  const inner = await readZipDirectory(source);
  if (!inner.ok) return inner;
  return inner.value.isDocument ? null : failure('IMPORT_ZIP_NESTED');
}

async function listZip(listing: Listing, source: TableSource, zip: ZipDirectory): Promise<void> {
  for (const { name, isFile } of zip.members) {
    if (listing.isFull) return;
    if (!isFile || litter.test(name)) continue;
    const shown = `${basename(source.path)} / ${name}`;
    const bytes = await readZipMember(zip, name);
    const refusal = bytes.ok ? await refusalOfMember(memorySource(source, bytes.value)) : bytes;
    if (refusal !== null) listing.refuse(shown, refusal);
    else listing.files.push({ path: source.path, entry: name, name: shown, sizeBytes: zip.sizeBytes(name) });
  }
}

async function listFile(listing: Listing, path: string): Promise<void> {
  const listed = await openSource(path, async (source) => {
    const format = formatOf(source);
    if (format === undefined) return failure('IMPORT_FORMAT_UNKNOWN');
    const zip = format.id === 'xlsx' ? await readZipDirectory(source) : null;
    if (zip?.ok === false) return zip;
    if (zip === null || zip.value.isDocument) {
      listing.files.push({ path, entry: null, name: basename(path), sizeBytes: source.sizeBytes });
    } else {
      await listZip(listing, source, zip.value);
    }
    await source.handle.close();
    return done(null);
  });
  if (!listed.ok) listing.refuse(basename(path), listed);
}

/** Files directly in a folder, by name. Links are passed over: what they point to was not given to us. */
async function listFolder(listing: Listing, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !litter.test(entry.name)).map(({ name }) => name);
  for (const name of names.sort()) {
    if (listing.isFull) return;
    if (!lockFile.test(name)) await listFile(listing, join(folder, name));
  }
}

/**
 * What can be imported of the given files, folders and zips: every table by its content, in order; the rest with its
 * reason. A folder is not entered deeper than one level, a zip inside a zip is refused. Nothing is written anywhere.
 */
export async function listOrderFiles(paths: readonly string[]): Promise<Outcome<FileList>> {
  const listing = new Listing();
  for (const path of paths) {
    const isFolder = await lstat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder) await listFolder(listing, path);
    else if (lockFile.test(basename(path))) listing.refuse(basename(path), failure('IMPORT_FILE_IN_USE'));
    else await listFile(listing, path);
    if (listing.isFull) return failure('IMPORT_TOO_MANY_FILES', { limit: mostFiles });
  }
  return done({ files: listing.files, refused: listing.refused });
}
