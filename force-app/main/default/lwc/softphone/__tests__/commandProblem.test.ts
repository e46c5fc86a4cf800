import '../../../../../../test/jest-mocks/projectLabels';
import { BridgeError, unreachable } from 'c/bridgeClient';
import type { CommandFailure } from 'c/softphoneState';
import { ringingCall } from '../../../../../../test/jest-mocks/callViews';
import { refusalReasons as reasons } from '../../../../../../test/jest-mocks/refusalReasons';
import { describeCommandFailure } from '../commandProblem';

const problemOf = (name: string, status = 409) =>
    new BridgeError('refused', { type: `urn:softphone-bridge:${name}`, title: '', status, detail: '' });
const refusedAnswer = (error: BridgeError): CommandFailure => ({ call: ringingCall(), action: 'answer', error });

const WITHOUT_WORDS = describeCommandFailure(refusedAnswer(problemOf('a-reason-without-words'))).message;

it.each(reasons)('has words of its own for %s', (reason) => {
    const { message } = describeCommandFailure(refusedAnswer(problemOf(reason)));

    expect(message).toMatch(/^[A-ZÀ-Ú].*\.$/);
    expect(message).not.toBe(WITHOUT_WORDS);
});

it('has other words for each reason', () => {
    const messages = reasons.map((reason) => describeCommandFailure(refusedAnswer(problemOf(reason))).message);

    expect(new Set(messages).size).toBe(reasons.length);
});

it.each([
    ['the bridge', unreachable(new Error('Failed to fetch')), 'O servidor de telefonia não respondeu a tempo.'],
    ['the telephony side', problemOf('telephony-silent', 504), 'A central telefônica não respondeu a tempo.']
])('does not claim to know what became of a command when %s is silent', (_who, error, who) => {
    expect(describeCommandFailure(refusedAnswer(error))).toMatchObject({
        heading: 'Sem confirmação: (11) 98765-4321',
        message: `${who} O comando pode ter sido executado: confira antes de repetir.`
    });
    expect(describeCommandFailure({ action: 'dial', number: '190', error }).heading).toBe('Sem confirmação: 190');
});

it('says what failed where asking again does no harm', () => {
    const error = unreachable(new Error('Failed to fetch'));

    expect(describeCommandFailure({ action: 'setPresence', error })).toMatchObject({
        heading: 'Não foi possível mudar a sua disponibilidade',
        message: 'O servidor de telefonia não respondeu. Tente de novo.'
    });
});
