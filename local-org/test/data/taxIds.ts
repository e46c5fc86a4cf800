const CPF_WEIGHTS = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const CNPJ_WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

function checkDigit(values: number[], weights: number[]): number {
    const fitting = weights.slice(-values.length);
    const sum = values.reduce((total, value, index) => total + value * (fitting[index] ?? 0), 0);
    const remainder = sum % 11;
    return remainder < 2 ? 0 : 11 - remainder;
}

function hasCheckDigits(text: string, weights: number[]): boolean {
    const values = [...text].map((character) => character.charCodeAt(0) - 48);
    const [body, digits] = [values.slice(0, -2), values.slice(-2)];
    const first = checkDigit(body, weights);
    return digits[0] === first && digits[1] === checkDigit([...body, first], weights);
}

/** Eleven digits, not all the same, with both check digits right. */
export function isCpf(text: string): boolean {
    const digits = text.replace(/[.-]/g, '');
    return /^\d{11}$/.test(digits) && !/^(\d)\1*$/.test(digits) && hasCheckDigits(digits, CPF_WEIGHTS);
}

/** Twelve letters or digits and two check digits (IN RFB 2.229/2024). */
export function isCnpj(text: string): boolean {
    const characters = text.replace(/[./-]/g, '');
    return /^[A-Z\d]{12}\d{2}$/.test(characters) && hasCheckDigits(characters, CNPJ_WEIGHTS);
}
