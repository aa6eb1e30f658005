import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { useSignInWish } from '../../parts/signInWish.ts';
import { SignInDialog } from './SignInDialog.tsx';
import { useFocusReturn } from './useFocusReturn.ts';

/** Mounted anew when it becomes the only way on, so that it lies over whatever was opened meanwhile. */
function Layer({ desk, onClose }: { readonly desk: DeskView; onClose(): void }) {
  useFocusReturn();
  return <SignInDialog key={desk.role === 'nobody' ? 'needed' : 'wanted'} desk={desk} onClose={onClose} />;
}

/** Stands over everything as soon as nobody is signed in, and when somebody asks for it. */
export function SignIn() {
  const desk = useQuery(operatorQueries.desk()).data;
  const { isWanted, drop } = useSignInWish();
  const isPointless = isWanted && desk?.hasOperators === false;
  useEffect(() => {
    if (isPointless) drop();
  }, [isPointless, drop]);
  if (desk === undefined || !desk.hasOperators) return null;
  return desk.role === 'nobody' || isWanted ? <Layer desk={desk} onClose={drop} /> : null;
}
