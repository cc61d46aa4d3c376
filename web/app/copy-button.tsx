'use client'

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  readonly onCopied: (done: boolean) => void
}

/** Puts a text on the clipboard; tells whether it could. */
export function CopyButton({ text, label, onCopied }: CopyButtonProps) {
  function copy() {
    // Without https, or where it is forbidden, there is no clipboard.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    void written.then(
      () => onCopied(true),
      () => onCopied(false),
    )
  }
  return (
    <button type="button" onClick={copy}>
      {label}
    </button>
  )
}
