import { cnpj, cpf } from 'cpf-cnpj-validator';

const PUNCTUATION = /[\s./-]/g;
const CPF = /^\d{11}$/;
const CNPJ = /^[\dA-Z]{12}\d{2}$/i;

/**
 * The value as the org has it when it is a valid CPF or CNPJ, numeric or alphanumeric; null for anything else, a
 * masked value among it. Either may stand in either field: many orgs have one field for both.
 *
 * Source: IN RFB 2.229/2024 for the alphanumeric CNPJ. The check digits are the validator's; that nothing but
 * punctuation stands between the characters is checked here, because it skips letters.
 */
export function readTaxId(value: unknown): string | null {
    if (typeof value !== 'string') return null;
    const characters = value.replace(PUNCTUATION, '');
    const isValid =
        (CPF.test(characters) && cpf.isValid(characters)) || (CNPJ.test(characters) && cnpj.isValid(characters));
    return isValid ? value : null;
}
