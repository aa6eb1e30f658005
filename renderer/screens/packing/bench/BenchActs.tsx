import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IconName } from '../../../parts/Icon.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { letters, lettersOf } from '../../../parts/letters.ts';
import type { BenchAct } from './benchActs.ts';
import { gesture } from './gestures.ts';
import { TypedCode } from './TypedCode.tsx';

const signs: Readonly<Record<BenchAct, { readonly icon: IconName; readonly combo: string }>> = {
  confirm: { icon: 'check', combo: lettersOf.pack.counted },
  teach: { icon: 'plus', combo: lettersOf.pack.teach },
  weigh: { icon: 'weigh', combo: lettersOf.pack.weigh },
  override: { icon: 'lock', combo: lettersOf.pack.pass },
  again: { icon: 'refresh', combo: letters.refresh },
  reprint: { icon: 'print', combo: letters.print },
  hold: { icon: 'pause', combo: letters.hold },
  extra: { icon: 'plus', combo: lettersOf.pack.another },
  abort: { icon: 'undo', combo: 'Delete' },
  reopen: { icon: 'back', combo: lettersOf.pack.reopen },
  toPrint: { icon: 'print', combo: letters.look },
  next: { icon: 'arrow', combo: 'Enter' },
};

interface BenchActsProps {
  /** null: the gun does it. */
  readonly main: BenchAct | null;
  readonly others: readonly BenchAct[];
  readonly children?: ReactNode;
  onAct(act: BenchAct): void;
}

/** The buttons, large enough for a glove; the expected one is last and is pressed by Enter. */
export function BenchActs({ main, others, children, onAct }: BenchActsProps) {
  const { t } = useTranslation();
  // The letter that was learned stays, also where Enter does the same.
  useKeys(
    main === null
      ? []
      : [{ combo: signs[main].combo, says: t(`packing.act.${main}`), run: () => onAct(main) }],
  );
  return (
    <footer className="bench-acts">
      <TypedCode onCode={(code) => gesture({ kind: 'scan', code })} />
      {others.map((act) => (
        <KeyButton key={act} {...signs[act]} look="quiet" onPress={() => onAct(act)}>
          {t(`packing.act.${act}`)}
        </KeyButton>
      ))}
      {children}
      <span className="grow" />
      {main !== null && (
        <KeyButton
          key="main"
          look="primary"
          size="large"
          icon={signs[main].icon}
          combo="Enter"
          onPress={() => onAct(main)}
        >
          {t(`packing.act.${main}`)}
        </KeyButton>
      )}
    </footer>
  );
}
