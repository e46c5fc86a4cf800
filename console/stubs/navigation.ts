import { emitShellEvent } from 'console/shellEvents';

interface PageReference {
    type: string;
    attributes?: { recordId?: string; url?: string };
}

// TypeScript accepts a mixin's parameters only as any[] (TS2545)
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor = new (...parameters: any[]) => object;

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

const addNavigation = <Base extends Constructor>(base: Base) =>
    class extends base {
        [Navigate]({ attributes = {} }: PageReference): void {
            if (attributes.recordId) emitShellEvent('console:navigate', { recordId: attributes.recordId });
            else if (attributes.url) emitShellEvent('console:navigate', { url: attributes.url });
        }

        async [GenerateUrl]({ attributes = {} }: PageReference): Promise<string> {
            return attributes.recordId ? `#${attributes.recordId}` : (attributes.url ?? '#');
        }
    };

export const NavigationMixin = Object.assign(addNavigation, { Navigate, GenerateUrl });

export class CurrentPageReference {
    readonly #emit: (reference: PageReference) => void;

    constructor(emit: (reference: PageReference) => void) {
        this.#emit = emit;
    }

    connect(): void {
        this.#emit({ type: 'standard__app' });
    }

    update(): void {}

    disconnect(): void {}
}
