import './table/plainTable.css';

interface ComparisonProps<Arm> {
  readonly caption?: string;
  /** What each way is called, and what the last column says. */
  readonly heads: readonly [old: string, now: string, verdict: string];
  readonly old: Arm;
  readonly now: Arm;
  readonly rows: readonly {
    readonly name: string;
    readonly show: (arm: Arm) => string;
    readonly verdict?: { readonly is: string; readonly says: string };
  }[];
}

/** Two ways side by side, each figure with a plain word of which does better. */
export function Comparison<Arm>({ caption, heads, old, now, rows }: ComparisonProps<Arm>) {
  return (
    <table className="share-figures figure-rows">
      {caption !== undefined && <caption className="soft small">{caption}</caption>}
      <thead>
        <tr>
          <th />
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, show, verdict }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{show(old)}</td>
            <td className="number">{show(now)}</td>
            <td className={verdict && `verdict-${verdict.is}`}>{verdict?.says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
