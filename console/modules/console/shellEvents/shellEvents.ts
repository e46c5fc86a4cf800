/** What the stand-ins for the platform's modules ask of the page around them. */
export interface ShellEvents {
    /** Open the record in a workspace tab, or focus the tab that already shows it. */
    'console:opentab': { recordId: string; focus: boolean };
    'console:navigate': { recordId: string } | { url: string };
    'console:updateutility': { utilityId: string; attributes: UtilityAttributes };
    'console:openutility': { utilityId: string };
    'console:minimizeutility': { utilityId: string };
    /** Tell the agent, for a few seconds, that something worked. */
    'console:toast': { message: string };
}

export interface UtilityAttributes {
    label?: string;
    icon?: string;
    iconVariant?: string;
    highlighted?: boolean;
}

export function emitShellEvent<Name extends keyof ShellEvents>(name: Name, detail: ShellEvents[Name]): void {
    window.dispatchEvent(new CustomEvent(name, { detail }));
}

/** @returns how to stop listening. */
export function onShellEvent<Name extends keyof ShellEvents>(
    name: Name,
    listener: (detail: ShellEvents[Name]) => void
): () => void {
    const handle = (event: Event) => listener((event as CustomEvent<ShellEvents[Name]>).detail);
    window.addEventListener(name, handle);
    return () => window.removeEventListener(name, handle);
}
