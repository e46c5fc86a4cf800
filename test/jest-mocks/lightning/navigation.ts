const Navigate = Symbol('Navigate');

/** Sees every page reference to which a component navigates. */
export const navigate = jest.fn();

// TypeScript accepts a mixin's parameters only as any[] (TS2545)
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const addNavigation = <Base extends new (...parameters: any[]) => object>(base: Base) =>
    class extends base {
        [Navigate](pageReference: unknown): void {
            navigate(pageReference);
        }
    };

export const NavigationMixin = Object.assign(addNavigation, { Navigate });
