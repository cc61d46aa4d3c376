/** An entrance: lintel, two sliding lattice doors, a stepping stone. The door stands open for whoever is in. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path className="mark-light" d="M7 8h18v18H7z" />
      <path className="mark-still" d="M16.5 8H25v18h-8.5zM16.5 14H25M16.5 20H25" />
      <path className="mark-door" d="M7 8h9.5v18H7zM7 14h9.5M7 20h9.5" />
      <path className="mark-frame" d="M3 5.5h26M7 5.5V26M25 5.5V26M4 28.5h24" />
    </svg>
  )
}
