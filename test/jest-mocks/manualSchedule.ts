interface Task {
    readonly callback: () => void;
    readonly dueMs: number;
}

/** A clock that a test turns by hand. */
export function createManualSchedule() {
    const tasks = new Set<Task>();
    let nowMs = 0;

    return {
        schedule(callback: () => void, delayMs: number): () => void {
            const task = { callback, dueMs: nowMs + delayMs };
            tasks.add(task);
            return () => tasks.delete(task);
        },
        /** Runs what falls due within the next `durationMs`, in order. */
        advance(durationMs: number): void {
            nowMs += durationMs;
            const due = [...tasks].filter(({ dueMs }) => dueMs <= nowMs).sort((one, other) => one.dueMs - other.dueMs);
            for (const task of due) if (tasks.delete(task)) task.callback();
        },
        get pendingCount(): number {
            return tasks.size;
        }
    };
}
