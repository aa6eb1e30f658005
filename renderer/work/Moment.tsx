import { useNow } from '../bridge/page.ts';
import { When } from '../parts/When.tsx';

/** A moment as people say it, for as long as it is shown. */
export function Moment({ at, as = 'clock' }: { readonly at: number; readonly as?: 'age' | 'clock' }) {
  return <When at={at} now={useNow()} as={as} />;
}
