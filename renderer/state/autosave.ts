import type { AnnotationChange, Changed } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { AnnotationId } from '../../shared/units.ts'

export interface AutosaveDeps {
  /** Hands changes to the desk; answers when they are safe. Never rejects. */
  send(changes: readonly AnnotationChange[]): Promise<Result<Changed, Failure>>
  /** Changes are on their way. */
  onSending(): void
  /** The desk has them. Annotations with changes still unsent are left out: what is here is newer. */
  onReply(changed: Changed): void
  /** What was sent came to nothing, and nothing is the matter: made and deleted again before the desk heard of it. */
  onNothing(): void
  /** They are still only here. */
  onFailure(failure: Failure): void
}

/** Hands a story's changes to the desk, one call at a time, and forgets none before the desk has it. */
export interface Autosave {
  /** At once if no call is under way; else with the next one. */
  add(changes: readonly AnnotationChange[]): void
  /** Something about this annotation is not yet at the desk. */
  isPending(id: AnnotationId): boolean
  /** Something is not yet at the desk. */
  isDirty(): boolean
  /** Sends again what failed. */
  retry(): void
  /** Waits for the calls that are under way or due, what failed tried again; true: nothing is left here. */
  flush(): Promise<boolean>
}

type Changes = ReadonlyMap<AnnotationId, AnnotationChange>

export function createAutosave(deps: AutosaveDeps): Autosave {
  /** Not yet sent, or sent and failed; one change for each annotation, in order of its first. */
  let waiting: Changes = new Map()
  /** Refused by the desk for what they are. They stay here, and are tried again only when a person asks. */
  let refused: Changes = new Map()
  let inFlight: Changes = new Map()
  let running: Promise<void> | null = null
  /** A batch was refused: one by one, so that a bad change can't hold back the good ones. */
  let singly = false

  function start(): void {
    if (running !== null || waiting.size === 0) return
    running = work().finally(() => {
      running = null
      // Added between the last reply and now.
      if (waiting.size > 0 && !failed) start()
    })
  }

  let failed = false

  async function work(): Promise<void> {
    failed = false
    while (waiting.size > 0 && !failed) {
      const batch = singly ? new Map([...waiting].slice(0, 1)) : waiting
      waiting = without(waiting, batch)
      inFlight = batch
      deps.onSending()
      const reply = await deps.send([...batch.values()])
      inFlight = new Map()
      if (reply.ok) accept(reply.value)
      else fail(batch, reply.error)
    }
    if (waiting.size === 0) singly = false
  }

  function accept(changed: Changed): void {
    deps.onReply({
      save: changed.save,
      annotations: changed.annotations.filter(({ id }) => !isPending(id)),
    })
  }

  function fail(batch: Changes, failure: Failure): void {
    if (isRefusal(failure) && batch.size > 1) {
      singly = true
      waiting = merge(batch, waiting)
      return
    }
    const [only] = batch.values()
    // Made and deleted again before the desk heard of it, or deleted there by another window.
    if (failure.kind === 'unknown-annotation' && only?.kind === 'delete') {
      deps.onNothing()
      return
    }
    // A later change of the same annotation may be better; sent again after it, this one would undo it.
    if (isRefusal(failure) && only !== undefined && waiting.has(only.id)) {
      waiting = merge(batch, waiting)
      return
    }
    if (isRefusal(failure)) refused = merge(refused, batch)
    else {
      waiting = merge(batch, waiting)
      failed = true
    }
    deps.onFailure(failure)
  }

  function isPending(id: AnnotationId): boolean {
    return waiting.has(id) || inFlight.has(id) || refused.has(id)
  }

  function retry(): void {
    waiting = merge(refused, waiting)
    refused = new Map()
    start()
  }

  function isDirty(): boolean {
    return waiting.size + inFlight.size + refused.size > 0
  }

  return {
    isDirty,
    add(changes) {
      // A later change of a refused annotation goes with what was refused before it.
      const again = new Map([...refused].filter(([id]) => changes.some((change) => change.id === id)))
      refused = without(refused, again)
      const added = changes.map((change): [AnnotationId, AnnotationChange] => [change.id, change])
      waiting = merge(merge(waiting, again), new Map(added))
      start()
    },
    isPending,
    retry,
    async flush() {
      retry()
      while (running !== null) await running
      return !isDirty()
    },
  }
}

/** The desk will never take this as it is; anything else may pass. */
function isRefusal({ kind }: Failure): boolean {
  return (
    kind === 'bad-request' || kind === 'not-yours' || kind === 'unknown-annotation' || kind === 'unknown-tag'
  )
}

/** Both, the later one deciding, in the order in which annotations were first changed. */
function merge(earlier: Changes, later: Changes): Changes {
  const merged = new Map(earlier)
  for (const [id, change] of later) merged.set(id, combine(merged.get(id), change))
  return merged
}

/** Two changes of one annotation as one. A place that was news in the first still is. */
function combine(earlier: AnnotationChange | undefined, later: AnnotationChange): AnnotationChange {
  if (earlier?.kind !== 'put' || later.kind !== 'put') return later
  return { ...later, span: later.span ?? earlier.span }
}

function without(changes: Changes, taken: Changes): Changes {
  return new Map([...changes].filter(([id]) => !taken.has(id)))
}
