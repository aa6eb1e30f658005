import { type ReactNode, useState } from 'react';
import type { IconName } from '../../parts/Icon.tsx';
import { AddButton, PanelList } from '../../parts/Section.tsx';
import { OnceShown } from './OnceShown.tsx';

/** What a form made: its secret is shown this once. */
interface Made {
  readonly name: string;
  readonly secret: string;
}

export interface SecretFormProps {
  onMade(made: Made): void;
  onClose(): void;
}

interface SecretListProps {
  readonly title: string;
  readonly note: string;
  readonly addLabel: string;
  /** Adding one is what comes next where there is none. */
  readonly isNext: boolean;
  readonly empty: { readonly icon: IconName; readonly title: string; readonly note: string };
  readonly form: (props: SecretFormProps) => ReactNode;
  /** Title and note of the secret, once it is made. */
  readonly once: { readonly title: (name: string) => string; readonly note: string };
  /** A line each. */
  readonly children: readonly ReactNode[];
}

/** A list of things that are made with a secret, with the form that makes one above it. */
export function SecretList(props: SecretListProps) {
  const { title, note, addLabel, isNext, empty, form, once, children } = props;
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const hasSome = children.length > 0;
  const add = (isFirst: boolean) => (
    <AddButton label={addLabel} isFirst={isFirst} onPress={() => setAdding(true)} />
  );
  return (
    <>
      <div className="line">
        <h3>{title}</h3>
        <span className="grow" />
        {!isAdding && hasSome && add(false)}
      </div>
      <p className="soft small">{note}</p>
      {isAdding && form({ onMade: setMade, onClose: () => setAdding(false) })}
      {(hasSome || !isAdding) && <PanelList empty={{ ...empty, act: add(isNext) }}>{children}</PanelList>}
      {made !== null && (
        <OnceShown
          title={once.title(made.name)}
          note={once.note}
          text={made.secret}
          onNoted={() => setMade(null)}
        />
      )}
    </>
  );
}
