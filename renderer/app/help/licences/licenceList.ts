import { type BundledPart, bundledParts } from '../../../../shared/domain/licences/bundledPart.ts';

/** The build writes the list here, as JSON text, once it knows what it has bundled. */
const written = '__SHIPDESK_LICENCES__';

/** Empty in a page that no such build has made. */
export const licenceList: readonly BundledPart[] = written.startsWith('[')
  ? bundledParts.parse(JSON.parse(written))
  : [];
