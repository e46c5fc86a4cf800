import type { ObjectDefinition } from './objectDefinition.ts';

/** Every object the org knows, found by API name (in any case) or by the key prefix of its ids. */
export class Schema {
    readonly #byName = new Map<string, ObjectDefinition>();
    readonly #byKeyPrefix = new Map<string, ObjectDefinition>();

    constructor(objects: ObjectDefinition[]) {
        for (const object of objects) {
            this.#byName.set(object.name.toLowerCase(), object);
            this.#byKeyPrefix.set(object.keyPrefix, object);
        }
    }

    get objects(): ObjectDefinition[] {
        return [...this.#byName.values()];
    }

    find(name: string): ObjectDefinition | undefined {
        return this.#byName.get(name.toLowerCase());
    }

    findByKeyPrefix(keyPrefix: string): ObjectDefinition | undefined {
        return this.#byKeyPrefix.get(keyPrefix);
    }
}
