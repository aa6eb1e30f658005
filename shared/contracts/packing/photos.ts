import { z } from 'zod';
import {
  base64Text,
  countSchema,
  type DeepReadonly,
  handedFile,
  idSchema,
  inputText,
  open,
  outputText,
  timeSchema,
} from '../../domain/fields.ts';
import { approvalIds } from '../operators.ts';
import { procedure } from '../procedure.ts';

const photoRow = z.object({
  photoId: idSchema,
  parcelNo: countSchema,
  takenAt: timeSchema,
  operator: outputText(40),
  sizeBytes: countSchema,
});

export type ParcelPhotoRow = DeepReadonly<z.infer<typeof photoRow>>;

/** What a photo may measure, as text. */
const stillText = base64Text(700_000);

/** Photos of parcels. What is in a parcel, and its label, are personal data: looking takes the right to see those. */
const photosContract = {
  /** Taken by the window when a parcel is closed, or by its barcode. */
  save: procedure('packParcels').input({ parcelId: idSchema, base64: stillText }).output(photoRow),
  ofOrder: procedure('seeWork').input({ orderId: idSchema }).output(z.array(photoRow)),
  /** One still; that somebody looked at it is on record first. */
  read: procedure('seeWork')
    .input({ photoId: idSchema, orderId: idSchema, approvalIds })
    .output({ base64: stillText }),
  /** All photos of an order as files, for a claim. */
  export: procedure('seeWork')
    .input({ orderId: idSchema, reason: inputText(100), approvalIds })
    .output({ ...handedFile, rowCount: countSchema }),
  /** How many there are, and the room they take. */
  usage: procedure('seeWork').output({ photos: countSchema, bytes: open(z.number().int().min(0)) }),
};

export const photosContracts = { photos: photosContract };
