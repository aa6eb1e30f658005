import { readBookingStory } from '../../usecases/booking/story.ts';
import { gate, unwrap } from '../gate.ts';

export const storyRouter = {
  ofOrder: gate.story.ofOrder.handler(async ({ context, input, errors }) => ({
    shipments: await readBookingStory(unwrap(errors, context.session.workspace()), input.orderId),
  })),
};
