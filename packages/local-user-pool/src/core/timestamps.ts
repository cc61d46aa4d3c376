const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Sat Nov 21 04:30:05 UTC 2026`: how a PASSWORD_VERIFIER answer writes its time. The day is not padded. */
export function srpTimestamp(time: Date): string {
  const clock = time.toISOString().slice(11, 19)
  return `${days[time.getUTCDay()]} ${months[time.getUTCMonth()]} ${time.getUTCDate()} ${clock} UTC ${time.getUTCFullYear()}`
}

/**
 * Whether the text is such a time: a padded day or a wrong weekday is refused.
 */
// observed: ministack's measurements on AWS: a padded day or a wrong weekday in the TIMESTAMP of a proof is refused.
// assumed: the TIMESTAMP is not compared with our own clock; a proof is good once anyway.
export function isSrpTimestamp(text: string): boolean {
  const parts = /^\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) UTC (\d{4})$/.exec(text)
  if (!parts) return false
  const [, month = '', day, hours, minutes, seconds, year] = parts
  const time = Date.UTC(
    Number(year),
    months.indexOf(month),
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
  )
  return srpTimestamp(new Date(time)) === text
}
