import type { Melody } from './tones';

/** What sounds. */
export interface Playing {
    stop(): void;
}

const ATTACK_SECONDS = 0.01;
/** A sound that ends between two samples clicks. */
const FADE_SECONDS = 0.03;

/**
 * Plays a melody once, or over and over. What comes next is scheduled when the last note has ended: browsers slow
 * down the timers of a hidden window, not this.
 *
 * @param onEnd called when nothing of it sounds any more
 */
export function playMelody(
    context: AudioContext,
    melody: Melody,
    volume: number,
    repeats: boolean,
    onEnd: () => void
): Playing {
    const master = context.createGain();
    let voices: OscillatorNode[] = [];
    master.gain.value = (volume / 100) ** 2;
    master.connect(context.destination);

    function playCycle(atSeconds: number): void {
        voices = melody.notes.map((note) => {
            const startSeconds = atSeconds + note.at;
            const endSeconds = startSeconds + note.seconds;
            const voice = context.createOscillator();
            const gain = context.createGain();
            voice.type = melody.wave;
            voice.frequency.value = note.hertz;
            gain.gain.setValueAtTime(0, startSeconds);
            gain.gain.linearRampToValueAtTime(melody.loudness, startSeconds + ATTACK_SECONDS);
            gain.gain.setValueAtTime(melody.loudness, endSeconds - melody.fadeSeconds);
            gain.gain.linearRampToValueAtTime(0, endSeconds);
            voice.connect(gain).connect(master);
            voice.start(startSeconds);
            voice.stop(endSeconds);
            return voice;
        });
        const nextSeconds = atSeconds + melody.cycleSeconds;
        endOf(voices).onended = repeats ? () => playCycle(Math.max(nextSeconds, context.currentTime)) : end;
    }

    function end(): void {
        master.disconnect();
        onEnd();
    }

    playCycle(context.currentTime);
    return {
        stop() {
            endOf(voices).onended = null;
            // where the browser permits no sound yet, no time passes either
            if (context.state !== 'running') return end();
            master.gain.linearRampToValueAtTime(0, context.currentTime + FADE_SECONDS);
            for (const voice of voices) voice.stop(context.currentTime + FADE_SECONDS);
            setTimeout(end, 2 * FADE_SECONDS * 1_000);
        }
    };
}

const endOf = (voices: readonly OscillatorNode[]): OscillatorNode => voices.at(-1)!;
