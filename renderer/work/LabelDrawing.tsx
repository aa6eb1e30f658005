/** A label with nothing on it yet, in hairlines: what stands where nothing has come in so far. */
export function LabelDrawing() {
  return (
    <svg className="label-drawing" viewBox="0 0 160 112" aria-hidden="true" focusable="false">
      <path d="M28 4h104v104H28zM28 28h104M28 60h104M28 84h104M100 60v48" />
      <path d="M36 13h40M36 20h24M36 40h64M36 49h44M36 69h48M36 76h30" className="label-drawing-faint" />
      <path d="M106 91v11M110 91v11M113 91v11M118 91v11M121 91v11M126 91v11" />
    </svg>
  );
}
