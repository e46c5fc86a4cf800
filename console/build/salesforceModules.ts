import fs from 'node:fs';
import type { Plugin } from 'rollup';
import { baseLabels } from './baseLabels.ts';
import { readCustomLabels } from './customLabels.ts';
import { labelsFile } from './paths.ts';

const CUSTOM_LABEL = '@salesforce/label/c.';
const BASE_LABEL = '@salesforce/label/';
const SCHEMA = '@salesforce/schema/';
const VIRTUAL = '\0salesforce:';

/** Who reads the page is known only when it opens; everything else is fixed when it is built. */
const userModules: Record<string, string> = {
    '@salesforce/user/Id': 'export default window.consoleSession.userId;',
    '@salesforce/user/isGuest': 'export default false;'
};

const localeModules: Record<string, string> = {
    '@salesforce/i18n/lang': 'pt-BR',
    '@salesforce/i18n/locale': 'pt-BR',
    '@salesforce/i18n/currency': 'BRL',
    '@salesforce/i18n/timeZone': 'America/Sao_Paulo',
    '@salesforce/i18n/number.decimalSeparator': ',',
    '@salesforce/i18n/number.groupingSeparator': '.',
    '@salesforce/i18n/dateTime.shortDateFormat': 'dd/MM/yyyy',
    '@salesforce/i18n/dateTime.mediumDateFormat': 'd MMM y',
    '@salesforce/i18n/dateTime.longDateFormat': "d 'de' MMMM 'de' y",
    '@salesforce/client/formFactor': 'Large'
};

/**
 * Resolves the `@salesforce/*` modules that the platform makes up: labels from the project's own metadata,
 * schema references, locale, user. What it does not know is left to the base components' defaults.
 *
 * @throws (as a build error) when a source asks for a custom label that the project does not define.
 */
export function salesforceModules(): Plugin {
    const customLabels = fs.existsSync(labelsFile) ? readCustomLabels(labelsFile) : new Map<string, string>();
    return {
        name: 'salesforce-modules',
        resolveId(id) {
            const known =
                id in userModules || id in localeModules || id.startsWith(CUSTOM_LABEL) || id.startsWith(SCHEMA);
            return known || (id.startsWith(BASE_LABEL) && id.slice(BASE_LABEL.length) in baseLabels)
                ? VIRTUAL + id
                : null;
        },
        load(virtualId) {
            if (!virtualId.startsWith(VIRTUAL)) return null;
            const id = virtualId.slice(VIRTUAL.length);
            const code = userModules[id];
            if (code) return code;
            if (id.startsWith(SCHEMA)) return exportDefault(schemaReference(id.slice(SCHEMA.length)));
            if (id in localeModules) return exportDefault(localeModules[id]);
            if (!id.startsWith(CUSTOM_LABEL)) return exportDefault(baseLabels[id.slice(BASE_LABEL.length)]);
            const label = customLabels.get(id.slice(CUSTOM_LABEL.length));
            if (label === undefined) this.error(`${id} is not in ${labelsFile}`);
            return exportDefault(label);
        }
    };
}

const exportDefault = (value: unknown): string => `export default ${JSON.stringify(value)};`;

function schemaReference(path: string): object {
    const [objectApiName, ...field] = path.split('.');
    return field.length ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName };
}
