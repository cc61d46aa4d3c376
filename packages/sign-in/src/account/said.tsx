'use client'

import type { Cause } from '../failures/cause'
import { ErrorSummary } from '../react/error-summary'
import { useAccountMessages } from './messages'
import type { Task } from './use-task'

interface SaidProps {
  readonly task: Task
  readonly id: string
  readonly withFailure?: boolean
  readonly instead?: Partial<Readonly<Record<Cause, string>>>
}

/** How the last task went, for whoever sees and whoever hears it. */
export function Said({ task, id, withFailure = true, instead }: SaidProps) {
  const { done, busy } = useAccountMessages()
  return (
    <>
      <div role="status">
        {task.done && <p className="notice">{done[task.done]}</p>}
        {task.busy && <p className="unseen">{busy}</p>}
      </div>
      {withFailure && (
        <ErrorSummary
          id={`${id}said`}
          formId={id}
          failure={task.failure}
          problems={{}}
          fields={[]}
          instead={instead}
        />
      )}
    </>
  )
}
