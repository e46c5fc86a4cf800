import type { PackagedComponent } from './component.ts';

/** Components by type and full name; never changed, only replaced by a set that differs. */
export class ComponentSet<Kept extends PackagedComponent> {
    readonly #byKey: ReadonlyMap<string, Kept>;

    constructor(components: Iterable<Kept> = []) {
        this.#byKey = new Map(
            [...components].map((component) => [keyOf(component.type, component.fullName), component])
        );
    }

    get all(): Kept[] {
        return [...this.#byKey.values()];
    }

    find(type: string, fullName: string): Kept | undefined {
        return this.#byKey.get(keyOf(type, fullName));
    }

    ofType(type: string): Kept[] {
        return this.all.filter((component) => component.type === type);
    }

    with(components: Kept[]): ComponentSet<Kept> {
        return new ComponentSet([...this.all, ...components]);
    }

    without(components: PackagedComponent[]): ComponentSet<Kept> {
        const gone = new Set(components.map(({ type, fullName }) => keyOf(type, fullName)));
        return new ComponentSet([...this.#byKey].filter(([key]) => !gone.has(key)).map(([, component]) => component));
    }
}

/** Names of components know no case. */
function keyOf(type: string, fullName: string): string {
    return `${type}:${fullName}`.toLowerCase();
}
