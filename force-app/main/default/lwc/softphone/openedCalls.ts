/** The calls whose Case was opened, in whichever window. */
export interface OpenedCalls {
    has(callId: string): boolean;
    add(callId: string): void;
}

const STORAGE_KEY = 'softphone.openedCalls';
/** More than an agent can have under way; older ones are over and never asked about again. */
const REMEMBERED_CALLS = 50;

/** Outlives the page; where the browser refuses the storage, it is remembered as long as the page lasts. */
export function createOpenedCalls(): OpenedCalls {
    let callIds: readonly string[] = [];
    /** What was opened here, where nothing can be stored, too. */
    const known = (): readonly string[] => [...new Set([...readStored(), ...callIds])];
    return {
        has: (callId) => callIds.includes(callId) || readStored().includes(callId),
        add(callId) {
            callIds = [...known(), callId].slice(-REMEMBERED_CALLS);
            store(callIds);
        }
    };
}

function readStored(): readonly string[] {
    try {
        const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
        return Array.isArray(stored) ? stored.filter((callId) => typeof callId === 'string') : [];
    } catch {
        return [];
    }
}

function store(callIds: readonly string[]): void {
    try {
        localStorage.setItem(STORAGE_KEY, JSON.stringify(callIds));
    } catch {
        // full or forbidden: the Case may open once more after a reload
    }
}
