import { reviewsContracts } from '../../../../shared/contracts/insight/reviews.ts';
import { writeReview } from '../../../usecases/insight/reviewFile.ts';
import { readKeptWeeks, readReview } from '../../../usecases/insight/reviews.ts';
import { readSettings } from '../../../usecases/workspace/settings.ts';
import { does, gateOf, unwrap } from '../../gate.ts';
import { writesFile } from '../../pageFiles.ts';

const { onWorkspace } = gateOf(reviewsContracts);

const reviewsRouter = onWorkspace('reviews', {
  read: does(readReview),
  kept: readKeptWeeks,
  write: writesFile(async (workspace, { type, ...asked }) => {
    const review = unwrap(await readReview(workspace, asked));
    const { language } = await readSettings(workspace);
    return unwrap(await writeReview(workspace, { review, type, language }));
  }),
});

export const reviewsRouters = { reviews: reviewsRouter };
