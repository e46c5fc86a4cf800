import { type Playing, playMelody } from './melodyPlayer';
import type { AlertPreferences } from './preferences';
import { KNOCK, type Melody, RING_TONES } from './tones';

/** `blocked`: until the agent clicks or presses a key somewhere on the page, the browser permits no sound. */
export type SoundState = 'ready' | 'blocked' | 'unsupported';

/** Rings, knocks or is silent. */
export interface Ringer {
    readonly sound: SoundState;
    /** Rings until it is told to be silent; says nothing new while it rings. */
    ring(preferences: AlertPreferences): void;
    /** Once, and quietly. */
    knock(preferences: AlertPreferences): void;
    /** Once, also while muted: the agent asked for it. */
    tryTone(preferences: AlertPreferences): void;
    /** Rings no more; a knock is heard to its end. */
    silence(): void;
    close(): void;
}

/** What counts as a use of the page, which permits sound. */
const GESTURES = ['pointerdown', 'pointerup', 'keydown'];
/** A context that may play does so within moments of its creation. */
const BLOCKED_AFTER_MS = 500;

/** A sound that the browser refuses is told of by its state. */
const ignoreRefusal = (): undefined => undefined;

/** @param onSound called when the state of the sound has changed */
export function createRinger(onSound: () => void): Ringer {
    const context = typeof AudioContext === 'function' ? new AudioContext() : null;
    let sound: SoundState = context ? 'ready' : 'unsupported';
    let wasPermitted = false;
    let playing: Playing | null = null;
    /** What rings, as text; null when nothing does. */
    let ringing: string | null = null;

    function become(next: SoundState): void {
        if (next === sound) return;
        sound = next;
        onSound();
    }

    function resume(): void {
        context?.resume().catch(ignoreRefusal);
    }

    /** A context that runs keeps the sound card awake. */
    function rest(): void {
        if (!playing) context?.suspend().catch(ignoreRefusal);
    }

    function listenForUse(listens: boolean): void {
        for (const gesture of GESTURES)
            if (listens) window.addEventListener(gesture, resume, true);
            else window.removeEventListener(gesture, resume, true);
    }

    function handleStateChange(): void {
        if (context?.state !== 'running') return;
        if (!wasPermitted) {
            wasPermitted = true;
            listenForUse(false);
            become('ready');
        }
        rest();
    }

    function play(melody: Melody, volume: number, repeats: boolean): void {
        stop();
        if (!context) return;
        resume();
        const started = playMelody(context, melody, volume, repeats, () => {
            if (playing === started) playing = null;
            rest();
        });
        playing = started;
    }

    function stop(): void {
        const stopped = playing;
        playing = null;
        ringing = null;
        stopped?.stop();
    }

    function silence(): void {
        if (ringing !== null) stop();
    }

    context?.addEventListener('statechange', handleStateChange);
    if (context) listenForUse(true);
    handleStateChange();
    const patience = setTimeout(() => {
        if (context && !wasPermitted) become('blocked');
    }, BLOCKED_AFTER_MS);

    return {
        get sound() {
            return sound;
        },
        ring({ tone, volume, muted }) {
            const wanted = muted ? null : `${tone} ${volume}`;
            if (wanted === ringing) return;
            if (muted) return silence();
            play(RING_TONES[tone], volume, true);
            ringing = wanted;
        },
        knock({ volume, muted }) {
            if (!muted) play(KNOCK, volume, false);
        },
        tryTone({ tone, volume }) {
            if (ringing === null) play(RING_TONES[tone], volume, false);
        },
        silence,
        close() {
            clearTimeout(patience);
            listenForUse(false);
            stop();
            context?.close().catch(ignoreRefusal);
        }
    };
}
