import type { KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import {
  makeOwnerOnlyFolder,
  readFileIfThere,
  replaceOwnerOnlyFile,
  syncFolder,
} from '../../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { writeWhole } from '../../platform/writeWhole.ts';
import { openBytes, sealBytes } from '../../vault/sealing.ts';
import { setAsideFolder } from '../backup/swapWorkspace.ts';
import { parseJson } from '../database/storedJson.ts';

export const waitingFolderName = 'waiting-imports';
const headEnding = '.head';
const rowsEnding = '.rows';

/** What all of them may take of the disk together, and how many rows they may have. */
export const mostWaiting = { bytes: 50 * 1024 * 1024, rows: 200_000 };

const headSchema = z.object({
  /** The id of the import that it becomes. */
  id: z.string(),
  at: z.number(),
  operator: z.string(),
  /** Rows of a file or of the clipboard, understood; or orders of a message as somebody confirmed them. */
  kind: z.enum(['rows', 'message']),
  fileName: z.string(),
  /** When it was written, UTC ms. */
  informationAt: z.number(),
  /** What the file was taken for, as its import writes it; empty: it is a message. */
  recognition: z.string(),
  rows: z.number(),
  orders: z.number(),
  /** Pieces that its rows are sealed in. */
  pieces: z.number(),
});

/** An import that waits for the server of its book. */
export type WaitingImport = z.infer<typeof headSchema>;

/** Its rows while they are being kept; nobody hears of it before its head is there. */
export interface WaitingRows {
  add(text: string): void;
  /** Bytes of it so far. */
  readonly bytes: number;
  keep(head: Omit<WaitingImport, 'id' | 'pieces'>): void;
  drop(): void;
}

const lengthBytes = 4;

/** Imports that wait at a bench, each as two sealed files: what it is, and its rows in pieces. */
export function waitingFiles(workspaceFolder: string, key: KeyObject) {
  const folder = join(workspaceFolder, waitingFolderName);
  const pathOf = (id: string, ending: string): string => join(folder, id + ending);
  const drop = (id: string): void => {
    // Without its head it is none.
    for (const ending of [headEnding, rowsEnding]) rmSync(pathOf(id, ending), { force: true });
  };
  const read = (id: string): WaitingImport | null => {
    const sealed = readFileIfThere(pathOf(id, headEnding));
    const opened = sealed === null ? null : openBytes(key, sealed, id);
    const head = headSchema.safeParse(opened === null ? null : parseJson(opened.toString()));
    return head.success ? head.data : null;
  };
  const ids = (): string[] => namesIn(folder, headEnding).sort();
  return {
    ids,
    /** null: it cannot be read. */
    read,
    drop,
    /** Bytes and rows of all of them. */
    size() {
      const bytes = ids().reduce((sum, id) => sum + sizeOf(pathOf(id, rowsEnding)), 0);
      return { bytes, rows: ids().reduce((sum, id) => sum + (read(id)?.rows ?? 0), 0) };
    },
    begin(id: string): WaitingRows {
      makeOwnerOnlyFolder(folder);
      const file = openSync(pathOf(id, rowsEnding), 'wx', 0o600);
      let [pieces, bytes] = [0, 0];
      return {
        add(text) {
          const sealed = sealBytes(key, deflateRawSync(text), `${id} ${pieces++}`);
          const length = Buffer.alloc(lengthBytes);
          length.writeUInt32BE(sealed.length);
          writeWhole(file, Buffer.concat([length, sealed]));
          bytes += lengthBytes + sealed.length;
        },
        get bytes() {
          return bytes;
        },
        keep(head) {
          fsyncSync(file);
          closeSync(file);
          const text = JSON.stringify({ ...head, id, pieces });
          replaceOwnerOnlyFile(pathOf(id, headEnding), sealBytes(key, text, id));
        },
        drop() {
          closeSync(file);
          drop(id);
        },
      };
    },
    /** The pieces in their order; null: they are not all there as they were kept. */
    *pieces({ id, pieces }: WaitingImport): Generator<string | null> {
      const file = openSync(pathOf(id, rowsEnding), 'r');
      try {
        for (let no = 0; no < pieces; no++) {
          const length = take(file, lengthBytes)?.readUInt32BE() ?? 0;
          const sealed = length > mostWaiting.bytes ? null : take(file, length);
          const opened = sealed === null ? null : openBytes(key, sealed, `${id} ${no}`);
          yield opened === null ? null : inflateRawSync(opened).toString();
          if (opened === null) return;
        }
      } finally {
        closeSync(file);
      }
    },
    /** It cannot be brought in: it is kept where a person finds it. Its folder there. */
    setAside(id: string): string {
      const name = `waiting-import-${id}`;
      const target = join(setAsideFolder(workspaceFolder), name);
      makeOwnerOnlyFolder(target);
      for (const ending of [rowsEnding, headEnding])
        if (existsSync(pathOf(id, ending))) renamePatiently(pathOf(id, ending), join(target, id + ending));
      syncFolder(folder);
      return name;
    },
    /** Rows of imports that came to an end before they were kept. */
    clear(): void {
      const kept = new Set(ids());
      for (const id of namesIn(folder, rowsEnding)) if (!kept.has(id)) drop(id);
    },
  };
}

export type WaitingFiles = ReturnType<typeof waitingFiles>;

/** A bench that was shut out keeps none of them. */
export function dropWaitingFiles(workspaceFolder: string): void {
  rmSync(join(workspaceFolder, waitingFolderName), { recursive: true, force: true });
  const aside = setAsideFolder(workspaceFolder);
  for (const id of namesIn(aside, ''))
    if (id.startsWith('waiting-import-')) rmSync(join(aside, id), { recursive: true, force: true });
}

function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, name.length - ending.length));
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** null: the file ends before. */
function take(file: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  return readSync(file, bytes, 0, length, null) === length ? bytes : null;
}
