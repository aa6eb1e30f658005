import { useNow } from '../bridge/page.ts';
import { When, type WhenProps } from '../parts/When.tsx';

/** A moment as people say it, for as long as it is shown. */
export function Moment(props: Omit<WhenProps, 'now'>) {
  return <When now={useNow()} {...props} />;
}
