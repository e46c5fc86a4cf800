import { nameOf } from '../../../src/telephony/asterisk/cleanText.ts';

test.each([
    [String.raw`Joana d\'Avila`, "Joana d'Avila"],
    [String.raw`\"Zé\" do Bar`, '"Zé" do Bar'],
    [String.raw`A\\B`, String.raw`A\B`],
    [String.raw`Ana\nSouza`, 'AnaSouza'],
    ['<unknown>', null],
    ['', null]
])('a name that AMI tells as %s is %s', (told, name) => {
    expect(nameOf({ CallerIDName: told }, 'CallerIDName')).toBe(name);
});
