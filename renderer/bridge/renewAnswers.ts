import type { Query } from '@tanstack/react-query';
import { queryClient } from './queryClient.ts';

/** Anybody may read these, whoever sits here. */
const openToAll: readonly unknown[] = ['session', 'status', 'operators'];

const isGuarded = ({ queryKey }: Pick<Query, 'queryKey'>): boolean => !openToAll.includes(queryKey[0]);

/**
 * Asks anew after somebody signed in: what waited for that, and what is on the screen. `forget`: nothing the former
 * operator was shown stays in the page.
 */
export async function renewAnswers(former: 'keep' | 'forget'): Promise<void> {
  await queryClient.cancelQueries({ predicate: isGuarded });
  if (former === 'forget') await queryClient.resetQueries({ predicate: isGuarded });
  else await queryClient.invalidateQueries({ predicate: isGuarded });
}
