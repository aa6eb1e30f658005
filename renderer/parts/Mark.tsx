import './mark.css';

/** The sign of the program: the corner of a label with three bars. */
export function Mark() {
  return (
    <svg className="mark" width={40} height={40} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="mark-label" d="M6 3h20l8 8v26H6z" />
      <path className="mark-bars" d="M26 3v8h8zM11 18h2v13h-2zM16 18h5v13h-5zM24 18h3v13h-3z" />
    </svg>
  );
}
