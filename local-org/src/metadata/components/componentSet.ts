import type { PackagedComponent } from './component.ts';

/** Components by type and full name; never changed, only replaced by a set that differs. */
export class ComponentSet<Kept extends PackagedComponent> {
    readonly #byKey: ReadonlyMap<string, Kept>;

    constructor(components: Iterable<Kept> = []) {
        this.#byKey = new Map([...components].map((component) => [componentKey(component), component]));
    }

    get all(): Kept[] {
        return [...this.#byKey.values()];
    }

    find(type: string, fullName: string): Kept | undefined {
        return this.#byKey.get(componentKey({ type, fullName }));
    }

    ofType(type: string): Kept[] {
        return this.all.filter((component) => component.type === type);
    }

    with(components: Kept[]): ComponentSet<Kept> {
        return new ComponentSet([...this.all, ...components]);
    }

    without(components: PackagedComponent[]): ComponentSet<Kept> {
        const gone = new Set(components.map(componentKey));
        return new ComponentSet([...this.#byKey].filter(([key]) => !gone.has(key)).map(([, component]) => component));
    }
}

/** Tells components apart; their names know no case. */
export function componentKey({ type, fullName }: Pick<PackagedComponent, 'type' | 'fullName'>): string {
    return `${type}:${fullName}`.toLowerCase();
}
