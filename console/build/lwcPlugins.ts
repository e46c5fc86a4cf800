import fs from 'node:fs';
import path from 'node:path';
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import type { Plugin, RollupLog, WarningHandlerWithDefault } from 'rollup';
import { fieldLabels } from './fieldLabels.ts';
import { consoleFolder, lwcFolder } from './paths.ts';
import { salesforceModules } from './salesforceModules.ts';
import { stripTypes } from './stripTypes.ts';

// both packages describe their ES module as CommonJS, where the function is one level deeper
const compileLwc = lwc as unknown as typeof lwc.default;
const replaceText = replace as unknown as typeof replace.default;

const API_VERSION = 66;

/** What the base components ask at run time of the server that serves them; without an answer the page dies on load. */
const ENVIRONMENT = {
    'process.env.NODE_ENV': JSON.stringify('production'),
    'process.env.FORCE_NATIVE_SHADOW_MODE_FOR_TEST': 'false',
    'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': 'false',
    'import.meta.env.SSR': 'false'
};

/** What both parts of the page are compiled with. The order matters: `@salesforce/*` must be answered before LWC's resolver. */
export function lwcPlugins(): Plugin[] {
    return [
        replaceText({ preventAssignment: true, values: ENVIRONMENT }),
        salesforceModules(),
        fieldLabels,
        stripTypes,
        compileLwc({
            rootDir: path.join(consoleFolder, 'modules'),
            // the stubs come before the package, or its own lightning/navigation would win
            modules: [...findStubs(), ...findBundles(), { npm: 'lightning-base-components' }],
            sourcemap: true,
            apiVersion: API_VERSION,
            // lightning-datatable uses lwc:is
            enableDynamicComponents: true,
            // lightning-combobox calls attachInternals under synthetic shadow
            enableSyntheticElementInternals: true
        })
    ];
}

/** A module that cannot be found ends the build; the warnings of the base components are their makers' business. */
export const warnOfOwnSources: WarningHandlerWithDefault = (warning: RollupLog, warn) => {
    if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
    const file = warning.loc?.file ?? warning.id ?? warning.ids?.[0] ?? '';
    if (!file.includes('node_modules')) warn(warning);
};

/** The stand-ins for the platform modules that exist inside Salesforce only; a component has a folder of its own. */
function findStubs() {
    const folder = path.join(consoleFolder, 'stubs');
    return fs.globSync(['*.ts', '[!_]*/*.ts'], { cwd: folder }).map((file) => ({
        name: `lightning/${path.parse(file).name}`,
        path: path.join(folder, file)
    }));
}

/** The deployed folder is called `lwc`, its namespace is `c`: every bundle needs an alias. */
function findBundles() {
    return fs
        .readdirSync(lwcFolder)
        .map((name) => ({ name: `c/${name}`, path: path.join(lwcFolder, name, `${name}.ts`) }))
        .filter((bundle) => fs.existsSync(bundle.path));
}
