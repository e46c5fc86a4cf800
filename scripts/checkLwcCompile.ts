import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from '@lwc/compiler';

const API_VERSION = 66;
const LIGHTNING_IMPORT = /from '(lightning\/\w+)'/g;
const LIGHTNING_TAG = /<lightning-([a-z0-9-]+)/g;
const LABEL_IMPORT = /'@salesforce\/label\/c\.(\w+)'/g;

type PlatformModules = Record<string, { minVersion?: string }>;
const platformModules = createRequire(import.meta.url)(
    'lightning-base-components/metadata/raptor.json'
) as PlatformModules;

/**
 * Compiles one built file of a bundle under the platform's rules and looks up the platform's modules and the
 * project's labels that it names.
 *
 * @returns what the platform would refuse, one line each
 */
export function checkLwcCompile(file: string, labels: ReadonlySet<string>): string[] {
    const source = fs.readFileSync(file, 'utf8');
    const wanted = [
        ...[...source.matchAll(LIGHTNING_IMPORT)].map(([, name = '']) => name.slice('lightning/'.length)),
        ...[...source.matchAll(LIGHTNING_TAG)].map(([, tag = '']) => toCamelCase(tag))
    ];
    const missingModules = wanted
        .filter((name) => !isOnPlatform(name))
        .map((name) => `lightning/${name} does not exist`);
    const missingLabels = [...source.matchAll(LABEL_IMPORT)]
        .filter(([, label = '']) => !labels.has(label))
        .map(([, label]) => `the label ${label} is not defined`);
    return [...compile(file, source), ...missingModules, ...missingLabels].map((problem) => `${file}: ${problem}`);
}

function compile(file: string, source: string): string[] {
    const options = { name: path.basename(path.dirname(file)), namespace: 'c', apiVersion: API_VERSION };
    try {
        const { warnings = [] } = transformSync(source, file, options);
        return warnings.map(({ message }) => message);
    } catch (error) {
        return [String(error)];
    }
}

function isOnPlatform(name: string): boolean {
    const known = platformModules[name];
    return known !== undefined && Number(known.minVersion ?? 0) <= API_VERSION;
}

const toCamelCase = (tag: string): string => tag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
