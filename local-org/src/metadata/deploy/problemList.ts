import type { PackagedComponent } from '../components/component.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import { DESTRUCTIVE_MANIFESTS, type Deletion } from '../package/readDestructiveChanges.ts';

/** The problems of a deploy, each once, in the order in which they were found; never changed, only replaced. */
export class ProblemList {
    readonly #byText: ReadonlyMap<string, ComponentProblem>;
    readonly #failed: ReadonlySet<string>;

    constructor(problems: Iterable<ComponentProblem> = []) {
        this.#byText = new Map([...problems].map((problem) => [textOf(problem), problem]));
        this.#failed = new Set(this.all.filter(({ severity }) => severity === 'error').map(failedKey));
    }

    get all(): ComponentProblem[] {
        return [...this.#byText.values()];
    }

    get count(): number {
        return this.#byText.size;
    }

    with(problems: ComponentProblem[]): ProblemList {
        return new ProblemList([...this.all, ...problems]);
    }

    /** Whether something is wrong with a component that the package brings. */
    hasFailed({ type, fullName }: Pick<PackagedComponent, 'type' | 'fullName'>): boolean {
        return this.#failed.has(keyOf('bring', type, fullName));
    }

    hasFailedDeletion({ type, member }: Deletion): boolean {
        return this.#failed.has(keyOf('delete', type, member));
    }
}

function failedKey({ componentType, fullName, fileName }: ComponentProblem): string {
    return keyOf(DESTRUCTIVE_MANIFESTS.includes(fileName) ? 'delete' : 'bring', componentType, fullName);
}

function keyOf(deed: 'bring' | 'delete', type: string, fullName: string): string {
    return `${deed} ${type} ${fullName}`.toLowerCase();
}

function textOf({ componentType, fullName, fileName, message, line, column }: ComponentProblem): string {
    return JSON.stringify([componentType, fullName, fileName, message, line, column]);
}
