const CPF = /^(\d{3})(\d{3})(\d{3})(\d{2})$/;
/** Letters are possible in the first twelve places since July 2026 (IN RFB 2.229/2024). */
const CNPJ = /^([A-Z\d]{2})([A-Z\d]{3})([A-Z\d]{3})([A-Z\d]{4})(\d{2})$/;
const VISIBLE_AT_THE_END = 2;

const strip = (taxId: string): string => taxId.toUpperCase().replace(/[^A-Z\d]/g, '');

/** A CPF or CNPJ with its punctuation; text that is neither stays as it is. */
export function formatTaxId(taxId: string): string {
    const text = strip(taxId);
    if (CPF.test(text)) return text.replace(CPF, '$1.$2.$3-$4');
    if (CNPJ.test(text)) return text.replace(CNPJ, '$1.$2.$3/$4-$5');
    return taxId;
}

/** A CPF as `***.456.789-**`, a CNPJ as `**.345.678/0001-**`; of anything else only the last two characters show. */
export function maskTaxId(taxId: string): string {
    const text = strip(taxId);
    if (CPF.test(text)) return text.replace(CPF, '***.$2.$3-**');
    if (CNPJ.test(text)) return text.replace(CNPJ, '**.$2.$3/$4-**');
    const hiddenLength = Math.max(0, taxId.length - VISIBLE_AT_THE_END);
    return '*'.repeat(hiddenLength) + taxId.slice(hiddenLength);
}
