import '../../../../../../test/jest-mocks/projectLabels';
import type { Candidate } from 'bridge/contract';
import ContactRow from 'c/contactRow';
import { candidate } from '../../../../../../test/jest-mocks/callViews';
import { mount, textOf } from '../../../../../../test/jest-mocks/mount';

describe('somebody on record', () => {
    it.each<[Partial<Candidate>, string]>([
        [{}, 'Maria da SilvaContatoPadaria Boa Massa Ltda · (11) 98765-4321 · ***.456.789-**'],
        [
            { kind: 'personAccount', accountName: null, phone: '+55 11 987654321' },
            'Maria da SilvaConta pessoal+55 (11) 98765-4321 · ***.456.789-**'
        ],
        [{ kind: 'account', accountName: 'Maria da Silva', taxId: null }, 'Maria da SilvaConta(11) 98765-4321'],
        [{ kind: 'lead', phone: null, taxId: null }, 'Maria da SilvaLeadPadaria Boa Massa Ltda · Sem telefone']
    ])('is written with kind, account, number and masked CPF or CNPJ: %j', async (changes, text) => {
        expect(textOf(await mount('c-contact-row', ContactRow, { contact: candidate(changes) }))).toBe(text);
    });
});
