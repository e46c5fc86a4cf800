/** What an `<audio>` of a browser does and jsdom does not, played by the test. */
interface AudioState {
    currentTime: number;
    duration: number;
    paused: boolean;
    error: { readonly code: number } | null;
}

const states = new WeakMap<HTMLMediaElement, AudioState>();

function stateOf(audio: HTMLMediaElement): AudioState {
    const known = states.get(audio) ?? { currentTime: 0, duration: NaN, paused: true, error: null };
    states.set(audio, known);
    return known;
}

const fire = (audio: HTMLMediaElement, type: string): boolean => audio.dispatchEvent(new CustomEvent(type));

function offer<Name extends keyof AudioState>(name: Name): void {
    Object.defineProperty(HTMLMediaElement.prototype, name, {
        configurable: true,
        get(this: HTMLMediaElement) {
            return stateOf(this)[name];
        },
        set(this: HTMLMediaElement, value: AudioState[Name]) {
            stateOf(this)[name] = value;
        }
    });
}

/** Before every test: a browser that lets the page play. */
export function installFakeAudio(): void {
    (['currentTime', 'duration', 'paused', 'error'] as const).forEach(offer);
    HTMLMediaElement.prototype.play = jest.fn(function (this: HTMLMediaElement) {
        stateOf(this).paused = false;
        fire(this, 'play');
        return Promise.resolve();
    });
    HTMLMediaElement.prototype.pause = jest.fn(function (this: HTMLMediaElement) {
        if (stateOf(this).paused) return;
        stateOf(this).paused = true;
        fire(this, 'pause');
    });
    HTMLMediaElement.prototype.load = jest.fn();
}

/** The browser has read what its address leads to: it stands at the beginning of it, and is silent unless told to play. */
export function audioLoads(audio: HTMLMediaElement, seconds: number): void {
    const { paused, error } = stateOf(audio);
    const isNew = error !== null || stateOf(audio).currentTime > 0;
    states.set(audio, { currentTime: 0, duration: seconds, paused: isNew ? true : paused, error: null });
    if (isNew) fire(audio, 'timeupdate');
    fire(audio, 'durationchange');
    fire(audio, 'loadedmetadata');
}

export function audioReaches(audio: HTMLMediaElement, seconds: number): void {
    stateOf(audio).currentTime = seconds;
    fire(audio, 'timeupdate');
}

/** The address answers no longer. */
export function audioBreaks(audio: HTMLMediaElement): void {
    Object.assign(stateOf(audio), { error: { code: 2 }, paused: true });
    fire(audio, 'pause');
    fire(audio, 'error');
}

export function audioEnds(audio: HTMLMediaElement): void {
    stateOf(audio).paused = true;
    fire(audio, 'pause');
    fire(audio, 'ended');
}
