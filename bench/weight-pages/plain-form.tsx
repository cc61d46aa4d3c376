'use client'

import { type FormEvent, useState } from 'react'

/** A form that signs nobody in: what any page with one weighs. */
export default function Page() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [said, setSaid] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    setSaid(`${email} ${password.length}`)
  }

  return (
    <form onSubmit={submit}>
      <h1>ログイン</h1>
      <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      <input type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
      <button type="submit">ログイン</button>
      <p>{said}</p>
    </form>
  )
}
