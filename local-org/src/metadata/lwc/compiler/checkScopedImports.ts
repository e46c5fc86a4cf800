import type { CompilerDiagnostic } from './bundleVerdict.ts';
import type { ModuleImport, Script } from './parseScript.ts';

/** What a component on the platform may import from `lwc`; the rest is for apps that run elsewhere. */
const LWC_NAMES = ['LightningElement', 'api', 'track', 'wire', 'createContextProvider', 'readonly', 'unwrap'];

/**
 * The kinds of `@salesforce/` modules that this org knows, each with its members where they are the same in every
 * org (Lightning Web Components Developer Guide, "@salesforce Modules").
 */
const salesforceModules: Record<string, readonly string[] | null> = {
    apex: null,
    apexContinuation: null,
    client: ['formFactor'],
    community: ['Id', 'basePath'],
    contentAssetUrl: null,
    customPermission: null,
    i18n: null,
    label: null,
    messageChannel: null,
    resourceUrl: null,
    schema: null,
    site: ['Id', 'activeLanguages'],
    user: ['Id', 'isGuest'],
    userPermission: null
};

/** What the platform's compiler says of imports from `lwc` and `@salesforce/` by their form alone. */
export function checkScopedImports({ file, imports }: Script): CompilerDiagnostic[] {
    return imports.flatMap((imported) =>
        imported.specifier === 'lwc' ? checkLwcImport(file, imported) : checkSalesforceImport(file, imported)
    );
}

function checkLwcImport(file: string, { names }: ModuleImport): CompilerDiagnostic[] {
    return names
        .filter(({ name }) => !LWC_NAMES.includes(name))
        .map(({ name, place }) => ({ file, message: `LWC1702: Invalid LWC imported identifier "${name}"`, place }));
}

function checkSalesforceImport(file: string, { specifier, place, names }: ModuleImport): CompilerDiagnostic[] {
    const [scope, kind = '', ...rest] = specifier.split('/');
    // refreshApex and its kind
    if (scope !== '@salesforce' || specifier === '@salesforce/apex') return [];
    const resource = rest.join('/');
    const members = salesforceModules[kind];
    if (members === undefined || resource === '') {
        return [{ file, message: `LWC1704: Missing resource value for ${specifier}`, place }];
    }
    if (members && !members.includes(resource)) {
        return [{ file, message: `LWC1703: Invalid module identifier "${specifier}".`, place }];
    }
    return names.every(({ name }) => name === 'default')
        ? []
        : [{ file, message: `LWC1705: @salesforce/${kind} modules only support default imports.`, place }];
}
