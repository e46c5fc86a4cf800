export const TONE_NAMES = ['classic', 'soft', 'digital'] as const;
export type ToneName = (typeof TONE_NAMES)[number];

/** How an agent wants to be told of a call, in this browser. */
export interface AlertPreferences {
    readonly tone: ToneName;
    /** From 0 to 100. */
    readonly volume: number;
    readonly muted: boolean;
}

/** Whoever wrote it. */
type StoredPreferences = Partial<Record<keyof AlertPreferences, unknown>>;

const KEY = 'softphone.alerts';
const DEFAULTS: AlertPreferences = { tone: 'classic', volume: 70, muted: false };

/** What is stored; the usual for whatever is missing or makes no sense, or where the browser stores nothing. */
export function readPreferences(): AlertPreferences {
    try {
        return toPreferences(JSON.parse(localStorage.getItem(KEY) ?? '{}') as StoredPreferences);
    } catch {
        return DEFAULTS;
    }
}

export function storePreferences(preferences: AlertPreferences): void {
    try {
        localStorage.setItem(KEY, JSON.stringify(preferences));
    } catch {
        // they hold until the page is left
    }
}

function toPreferences({ tone, volume, muted }: StoredPreferences): AlertPreferences {
    return {
        tone: TONE_NAMES.find((name) => name === tone) ?? DEFAULTS.tone,
        volume: typeof volume === 'number' ? Math.min(100, Math.max(0, volume)) : DEFAULTS.volume,
        muted: muted === true
    };
}
