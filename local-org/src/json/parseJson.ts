import { refuse } from '../errors/refusals.ts';
import { findJsonFault } from './findJsonFault.ts';
import { placeInJson } from './placeInJson.ts';

/** How deep Jackson, which reads the platform's JSON, lets arrays and objects nest. */
const DEEPEST_NESTING = 1000;

/** @throws SalesforceError JSON_PARSER_ERROR for what is no JSON, or nests deeper than 1,000 levels */
export function parseJson(text: string): unknown {
    const value = parse(text);
    if (nestsDeeper(value, DEEPEST_NESTING)) {
        throw refuse(
            'JSON_PARSER_ERROR',
            `Document nesting depth (${DEEPEST_NESTING + 1}) exceeds the maximum allowed (${DEEPEST_NESTING})`
        );
    }
    return value;
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        const fault = findJsonFault(text);
        if (!fault) throw error;
        throw refuse('JSON_PARSER_ERROR', `${fault.message} at ${placeInJson(text, fault.end)}`);
    }
}

function nestsDeeper(value: unknown, levels: number): boolean {
    if (typeof value !== 'object' || value === null) return false;
    return levels === 0 || Object.values(value).some((member) => nestsDeeper(member, levels - 1));
}
