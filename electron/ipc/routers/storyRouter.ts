import { readBookingStory } from '../../usecases/readBookingStory.ts';
import { gate, unwrap } from '../gate.ts';

export const storyRouter = {
  ofOrder: gate.story.ofOrder.handler(async ({ context, input, errors }) => ({
    shipments: await readBookingStory(unwrap(errors, context.session.workspace()), input.orderId),
  })),
};
