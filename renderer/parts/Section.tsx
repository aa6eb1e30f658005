import type { ReactNode } from 'react';
import type { SettingsView } from '../../shared/contracts/settings.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import type { IconName } from './Icon.tsx';

/** What every section of Settings is given; one that has settings of its own needs neither. */
export interface SectionProps {
  readonly settings: SettingsView;
  /** Saves part of the settings, and says so. */
  readonly save: {
    readonly isPending: boolean;
    mutate(change: Partial<SettingsView>, then?: { onSuccess(): void }): void;
  };
  /** The part that was asked for when it was opened; undefined: its start. */
  readonly tab: string | undefined;
}

interface SectionFrameProps {
  readonly title: string;
  /** Beside the title: which part of the section is shown, a search. */
  readonly beside?: ReactNode;
  /** At the end of the head: what can be done with the whole of it. */
  readonly actions?: ReactNode;
  /** Its list takes the height that is left. */
  readonly isFull?: boolean;
  readonly look?: string;
  readonly children: ReactNode;
}

/** One section of Settings: its title, what can be done with the whole of it, and its content. */
export function Section({ title, beside, actions, isFull = false, look = '', children }: SectionFrameProps) {
  return (
    <section className={['stack', isFull ? 'settings-fill' : '', look].filter(Boolean).join(' ')}>
      <header className="line section-head">
        <h2>{title}</h2>
        {beside}
        <span className="grow" />
        {actions}
      </header>
      {children}
    </section>
  );
}

interface PanelListProps {
  /** Stands in its place while there is nothing. */
  readonly empty: {
    readonly icon: IconName;
    readonly title: string;
    readonly note: string;
    readonly act?: ReactNode;
  };
  /** The rows. */
  readonly children: readonly ReactNode[];
}

/** A list of few things, each with what can be done with it. */
export function PanelList({ empty: { icon, title, note, act }, children }: PanelListProps) {
  return (
    <div className="panel">
      {children.length === 0 ? (
        <EmptyState icon={icon} title={title}>
          <p>{note}</p>
          {act}
        </EmptyState>
      ) : (
        <ul className="plain-list">{children}</ul>
      )}
    </div>
  );
}

interface PanelRowProps {
  readonly name: string;
  /** Beside the name: what it is, how it is. */
  readonly marks?: ReactNode;
  /** Below the name, a line each; '' and null are left out. */
  readonly notes?: readonly ReactNode[];
  /** What is opened under it takes the whole width. */
  readonly isWrapping?: boolean;
  /** The acts at its end. */
  readonly children?: ReactNode;
}

/** One thing of such a list. */
export function PanelRow({ name, marks, notes = [], isWrapping = false, children }: PanelRowProps) {
  return (
    <li className={isWrapping ? 'settings-row account-row' : 'settings-row'}>
      <div className="grow">
        <p className="line">
          <strong>{name}</strong>
          {marks}
        </p>
        {notes
          .filter((note) => note !== '' && note !== null)
          .map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of words have no other name
            <p key={index} className="soft small">
              {note}
            </p>
          ))}
      </div>
      {children}
    </li>
  );
}

interface AddButtonProps {
  readonly label: string;
  /** There is none yet: adding one is what comes next. */
  readonly isFirst: boolean;
  onPress(): void;
}

export function AddButton({ label, isFirst, onPress }: AddButtonProps) {
  return (
    <Button look={isFirst ? 'primary' : 'plain'} icon="plus" onPress={onPress}>
      {label}
    </Button>
  );
}
