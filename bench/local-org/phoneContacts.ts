import type { Administrator } from './administrator.ts';

const RECORDS_PER_CALL = 200;
/** Area codes of São Paulo, Rio de Janeiro, Belo Horizonte, Curitiba and Recife. */
const AREA_CODES = ['11', '21', '31', '41', '81'];
/** Coprime to the count of mobile numbers, so that contacts get numbers that look drawn at random and never repeat. */
const NUMBER_STEP = 7_368_787;
const MOBILE_NUMBERS = 100_000_000;

/** The mobile number of a contact, `11987654321`, always the same for the same index. */
export function mobileOf(index: number): string {
    const subscriber = String((index * NUMBER_STEP) % MOBILE_NUMBERS).padStart(8, '0');
    return `${AREA_CODES[index % AREA_CODES.length]}9${subscriber}`;
}

/** Written as people do: with the area code in brackets and a dash. */
function written(mobile: string): string {
    return `(${mobile.slice(0, 2)}) ${mobile.slice(2, 7)}-${mobile.slice(7)}`;
}

export async function createContacts(administrator: Administrator, count: number): Promise<void> {
    for (let first = 0; first < count; first += RECORDS_PER_CALL) {
        const records = Array.from({ length: Math.min(RECORDS_PER_CALL, count - first) }, (_, offset) => ({
            attributes: { type: 'Contact' },
            FirstName: 'Contato',
            LastName: `Número ${first + offset}`,
            MobilePhone: written(mobileOf(first + offset)),
            Email: `contato${first + offset}@example.com`
        }));
        await administrator.post('/composite/sobjects', { allOrNone: true, records });
    }
}
