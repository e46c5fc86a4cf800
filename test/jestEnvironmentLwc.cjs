const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom 20 (jest 29) has neither fetch nor streams: lend Node's. AbortController comes along, because Node's fetch refuses jsdom's signal. */
const NODE_GLOBALS = [
    'fetch',
    'Request',
    'Response',
    'Headers',
    'AbortController',
    'AbortSignal',
    'ReadableStream',
    'WritableStream',
    'TransformStream',
    'TextEncoder',
    'TextDecoder',
    'TextDecoderStream',
    'TextEncoderStream',
    'structuredClone',
    'BroadcastChannel',
    'MessageChannel'
];

class SilentObserver {
    observe() {}
    disconnect() {}
}

module.exports = class LwcEnvironment extends TestEnvironment {
    async setup() {
        await super.setup();
        for (const name of NODE_GLOBALS) this.global[name] = globalThis[name];
        // one class of bytes on both sides, so that instanceof and toEqual work
        this.global.Uint8Array = Uint8Array;
        this.global.ArrayBuffer = ArrayBuffer;
        // nothing is laid out in jsdom
        this.global.Element.prototype.scrollIntoView = () => undefined;
        this.global.ResizeObserver = SilentObserver;
        this.global.IntersectionObserver = SilentObserver;
    }
};
