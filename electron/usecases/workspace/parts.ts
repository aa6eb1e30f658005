import { join } from 'node:path';
import { chooseDivisions, loadDivisions } from '../../addresses/divisions/loadDivisions.ts';
import { platforms } from '../../carriers/index.ts';
import { readLabelFonts } from '../../labels/painter/fontChain.ts';
import { systemClock } from '../../platform/clock.ts';
import { nodeHttp } from '../../platform/nodeHttp.ts';
import type { HtmlRenderer } from '../../printers/kit/htmlRenderer.ts';
import type { DriverPrinter } from '../../printers/kit/printerTransport.ts';
import { createPrinterTransports } from '../../printers/transports/index.ts';
import { createBackupProcess, createBackupThread } from '../../store/backup/backupMaker.ts';
import type { InstalledProgram } from '../../updates/installed.ts';
import { createThreadedOpening, usualLimits } from '../intake/reading/threadedReader.ts';
import type { WorkspaceParts } from './open.ts';

interface PartsRequest {
  readonly resourceFolder: string;
  /** Entry of the thread that reads large order files. */
  readonly orderReaderFile: string;
  /** Entry of the process that makes backups; absent: they are made in this one. */
  readonly backupMaker?: { readonly file: string; readonly as: 'thread' | 'process' };
  /** Entry of the thread that copies the database's log during a large import; absent: the storing thread does. */
  readonly logCopierFile?: string;
  readonly changed: WorkspaceParts['changed'];
  readonly giveWay?: WorkspaceParts['giveWay'];
  readonly onUpgrade?: WorkspaceParts['onUpgrade'];
  /** Absent where there are no windows. */
  readonly htmlRenderer?: HtmlRenderer;
  /** Absent there too: nothing is printed through a Windows driver. */
  readonly driverPrinter?: DriverPrinter;
  /** Absent: the program cannot be replaced. */
  readonly program?: InstalledProgram;
}

/** The real parts, as window and command line both use them. Division data and fonts are read at first use. */
export function buildParts({
  resourceFolder,
  orderReaderFile,
  backupMaker,
  logCopierFile,
  changed,
  giveWay,
  onUpgrade,
  htmlRenderer,
  driverPrinter,
  program,
}: PartsRequest): WorkspaceParts {
  // Background work does not delay a window.
  const isBehind = htmlRenderer !== undefined;
  return {
    clock: systemClock,
    http: nodeHttp({ plainHosts: plainTestHosts() }),
    platforms,
    transports: createPrinterTransports(systemClock, driverPrinter),
    divisions: onceFor((workspaceFolder) =>
      workspaceFolder === undefined
        ? loadDivisions(join(resourceFolder, 'divisions'))
        : chooseDivisions(join(resourceFolder, 'divisions'), join(workspaceFolder, 'divisions')),
    ),
    fonts: once(() => readLabelFonts(join(resourceFolder, 'fonts'))),
    openOrderSource: createThreadedOpening(orderReaderFile, { ...usualLimits, isBehind }),
    changed,
    ...(giveWay === undefined ? {} : { giveWay }),
    ...(onUpgrade === undefined ? {} : { onUpgrade }),
    ...(backupMaker === undefined ? {} : { backupWorks: backupWorksOf(backupMaker) }),
    ...(logCopierFile === undefined ? {} : { logCopier: { file: logCopierFile, isBehind } }),
    ...(htmlRenderer === undefined ? {} : { htmlRenderer }),
    ...(program === undefined ? {} : { program }),
  };
}

const backupWorksOf = ({ file, as }: NonNullable<PartsRequest['backupMaker']>) =>
  as === 'thread' ? createBackupThread(file) : createBackupProcess(file);

/** Test gateways without encryption. No account may have such an address: only the small-order test uses them. */
function plainTestHosts(): string[] {
  return platforms
    .flatMap(({ manifest }) => manifest.testSystem ?? [])
    .filter(({ link }) => link === 'plain')
    .map(({ url }) => new URL(url).host);
}

function onceFor<T>(make: (folder?: string) => T): (folder?: string) => T {
  const made = new Map<string | undefined, T>();
  return (folder) => {
    const known = made.get(folder);
    if (known !== undefined) return known;
    const fresh = make(folder);
    made.set(folder, fresh);
    return fresh;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
