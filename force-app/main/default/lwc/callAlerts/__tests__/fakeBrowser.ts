/** What a browser has and jsdom lacks: notifications and sound, played by the test. */

export class FakeNotification {
    static permission: NotificationPermission = 'granted';
    static answer: NotificationPermission = 'granted';
    static readonly requestPermission = jest.fn(async () => {
        FakeNotification.permission = FakeNotification.answer;
        return FakeNotification.permission;
    });
    static shown: FakeNotification[] = [];
    static get open(): FakeNotification[] {
        return FakeNotification.shown.filter(({ isClosed }) => !isClosed);
    }

    onclick: (() => void) | null = null;
    isClosed = false;
    readonly title: string;
    readonly options: NotificationOptions;

    constructor(title: string, options: NotificationOptions) {
        this.title = title;
        this.options = options;
        FakeNotification.shown.push(this);
    }

    close(): void {
        this.isClosed = true;
    }
}

class FakeParam {
    value = 0;
    setValueAtTime = (value: number): void => {
        this.value = value;
    };
    linearRampToValueAtTime = (value: number): void => {
        this.value = value;
    };
}

class FakeNode {
    readonly gain = new FakeParam();
    readonly frequency = new FakeParam();
    type = 'sine';
    onended: (() => void) | null = null;
    startsAt = Infinity;
    stopsAt = Infinity;
    isConnected = false;

    connect(next: FakeNode): FakeNode {
        this.isConnected = true;
        return next;
    }
    disconnect(): void {
        this.isConnected = false;
    }
    start(at: number): void {
        this.startsAt = at;
    }
    stop(at: number): void {
        this.stopsAt = at;
    }
}

export class FakeAudioContext extends EventTarget {
    /** Whether the browser permits sound without a gesture. */
    static permits = true;
    static latest: FakeAudioContext | null = null;

    state: AudioContextState = 'suspended';
    currentTime = 0;
    readonly destination = new FakeNode();
    readonly voices: FakeNode[] = [];
    readonly gains: FakeNode[] = [];

    constructor() {
        super();
        FakeAudioContext.latest = this;
        if (FakeAudioContext.permits) void this.resume();
    }

    private become(state: AudioContextState): void {
        if (state === this.state || this.state === 'closed') return;
        this.state = state;
        this.dispatchEvent(new CustomEvent('statechange'));
    }

    async resume(): Promise<void> {
        await Promise.resolve();
        if (FakeAudioContext.permits) this.become('running');
    }
    async suspend(): Promise<void> {
        await Promise.resolve();
        this.become('suspended');
    }
    async close(): Promise<void> {
        this.become('closed');
    }
    createOscillator(): FakeNode {
        const voice = new FakeNode();
        this.voices.push(voice);
        return voice;
    }
    createGain(): FakeNode {
        const gain = new FakeNode();
        this.gains.push(gain);
        return gain;
    }

    /** Lets time pass for the ears: notes begin and end. */
    listen(seconds: number): void {
        const untilSeconds = this.currentTime + seconds;
        for (;;) {
            const next = this.voices
                .filter(({ stopsAt, onended }) => onended && stopsAt <= untilSeconds)
                .sort((one, other) => one.stopsAt - other.stopsAt)[0];
            if (!next) break;
            this.currentTime = Math.max(this.currentTime, next.stopsAt);
            const { onended } = next;
            next.onended = null;
            onended?.();
        }
        this.currentTime = untilSeconds;
    }
    /** The pitches that began to sound between two moments, seconds. */
    heard(fromSeconds: number, toSeconds: number): number[] {
        return this.voices
            .filter(({ startsAt, stopsAt }) => startsAt >= fromSeconds && startsAt < toSeconds && stopsAt > startsAt)
            .map(({ frequency }) => frequency.value);
    }
    get isSounding(): boolean {
        return this.voices.some(({ stopsAt }) => stopsAt > this.currentTime);
    }
}

export function installFakeBrowser(): void {
    FakeNotification.permission = 'granted';
    FakeNotification.answer = 'granted';
    FakeNotification.shown = [];
    FakeNotification.requestPermission.mockClear();
    FakeAudioContext.permits = true;
    FakeAudioContext.latest = null;
    Object.assign(window, { Notification: FakeNotification, AudioContext: FakeAudioContext });
    localStorage.clear();
}
