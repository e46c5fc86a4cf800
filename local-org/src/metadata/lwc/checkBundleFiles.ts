import type { ComponentProblem } from '../metadataProblem.ts';
import type { LightningBundle } from './lightningBundle.ts';

const NAME = /^[a-z](?:_?[a-z0-9])*$/i;
const NAME_RULE =
    'Name: The Lightning Web Component Bundle API Name can only contain underscores and alphanumeric characters. ' +
    'It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two ' +
    'consecutive underscores.';

const SOURCE_CHARACTERS_MAX = 131_072;

/**
 * Sources, a bundle's icon and its documentation (Lightning Web Components Developer Guide, "Component Folder"), and
 * notes, which the sample apps of Salesforce deploy.
 */
const FILE_OF_A_BUNDLE = /\.(?:js|html|css|svg|txt)$|^__docs__\/[^/]+\.md$/;

/**
 * Whether a bundle has the files that make it one, and no others. Of the wordings, only that for file names that
 * belong in no bundle is a guess.
 */
export function checkBundleFiles(bundle: LightningBundle): ComponentProblem[] {
    const { name, files, configuration } = bundle;
    const entryFile = `${name}.js`;
    if (!NAME.test(name)) return [bundle.error(entryFile, NAME_RULE)];
    if (configuration === null) return [bundle.error(entryFile, `Cannot find Lightning Component Bundle ${name}.`)];
    const strangers = [...files.keys()].filter((file) => !FILE_OF_A_BUNDLE.test(file));
    if (strangers.length > 0) return strangers.map((file) => unsupportedFile(bundle, file));
    if (!files.has(entryFile)) return checkWithoutEntry(bundle);
    return [...files].flatMap(([file, source]) => checkLength(bundle, file, source));
}

/** A bundle may also be a style sheet and nothing else. */
function checkWithoutEntry(bundle: LightningBundle): ComponentProblem[] {
    const styleSheet = `${bundle.name}.css`;
    if (!bundle.files.has(styleSheet)) {
        return [bundle.error(`${bundle.name}.js`, `No base file for ${bundle.descriptor}`)];
    }
    return [...bundle.files.keys()]
        .filter((file) => file !== styleSheet)
        .map((file) => bundle.error(file, `Invalid file found for a CSS Only module - ${file}`));
}

function checkLength(bundle: LightningBundle, file: string, source: string): ComponentProblem[] {
    if (source.length === 0) return [bundle.error(file, `${resource(bundle, file)} cannot be empty.`)];
    return source.length > SOURCE_CHARACTERS_MAX ? [tooLong(bundle, file)] : [];
}

function tooLong(bundle: LightningBundle, file: string): ComponentProblem {
    const place = `[lwc/${bundle.name}/${file}] of Lightning Component Bundle [${bundle.name}]`;
    const reason = `Value too long for field: Source maximum length is:${SOURCE_CHARACTERS_MAX}`;
    return bundle.error(file, `Failed to save Lightning Component Resource ${place}. Error: ${reason}`);
}

function unsupportedFile(bundle: LightningBundle, file: string): ComponentProblem {
    return bundle.error(file, `${resource(bundle, file)} has an unsupported file extension.`);
}

function resource({ name }: LightningBundle, file: string): string {
    return `Lightning Component Resource [lwc/${name}/${file}] for Lightning Component Bundle ${name}`;
}
