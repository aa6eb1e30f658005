import { join } from 'node:path';
import type { WorkspaceParts } from '../../../electron/usecases/workspace/open.ts';
import { buildParts } from '../../../electron/usecases/workspace/parts.ts';
import { projectFolder } from './benchFolders.ts';

/** The product's own parts, run from the sources. */
export function benchParts(): WorkspaceParts {
  return buildParts({
    resourceFolder: join(projectFolder, 'resources'),
    orderReaderFile: join(projectFolder, 'out/cli/orderReader.cjs'),
    logCopierFile: join(projectFolder, 'out/cli/logCopier.cjs'),
    changed: () => undefined,
  });
}
