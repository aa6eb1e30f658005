import { fileURLToPath } from 'node:url';
import { loadDivisions } from '../../../../electron/addresses/divisions/loadDivisions.ts';

export const divisionsFolder = fileURLToPath(new URL('../../../../resources/divisions', import.meta.url));

/** The data as shipped, loaded once a test file. */
export const divisions = loadDivisions(divisionsFolder);
