import { Icon, type IconName } from '../parts/Icon.tsx';

interface StatusItemProps {
  readonly icon: IconName;
  readonly name: string;
  readonly children: React.ReactNode;
  onPress(): void;
}

/** One truth of the status bar; pressed, it leads to where that is dealt with. */
export function StatusItem({ icon, name, children, onPress }: StatusItemProps) {
  return (
    <button type="button" className="status-item" onClick={onPress} title={name}>
      <Icon name={icon} size={14} />
      <span className="hidden-label">{name}</span>
      {children}
    </button>
  );
}
