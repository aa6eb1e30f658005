import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import { photosContracts } from '../../../../shared/contracts/packing/photos.ts';
import {
  exportPhotos,
  listPhotos,
  photoUsage,
  readPhoto,
  savePhoto,
} from '../../../usecases/packing/photos.ts';
import { does, doesApproved, gateOf } from '../../gate.ts';
import { writesFile } from '../../pageFiles.ts';

const { onWorkspace } = gateOf(photosContracts);

interface Exported {
  readonly path: string;
  readonly rowCount: number;
}

const photosRouter = onWorkspace('photos', {
  save: does(savePhoto),
  ofOrder: listPhotos,
  read: doesApproved<Asked<'photos', 'read'>, Answered<'photos', 'read'>>(readPhoto),
  export: writesFile(doesApproved<Asked<'photos', 'export'>, Exported>(exportPhotos)),
  usage: photoUsage,
});

export const photosRouters = { photos: photosRouter };
