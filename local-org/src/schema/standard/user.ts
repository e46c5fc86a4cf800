import {
    booleanField,
    emailField,
    lookupField,
    phoneField,
    picklistField,
    readOnly,
    required,
    textField
} from '../fieldBuilders.ts';
import { defineObject } from '../defineObject.ts';
import { personNameFields } from './personName.ts';

const restricted = { required: true, restrictedPicklist: true };

export const user = defineObject({
    name: 'User',
    label: 'User',
    labelPlural: 'Users',
    keyPrefix: '005',
    writers: 'administrators',
    deletable: false,
    fields: [
        textField('Username', 'Username', 80, { ...required, unique: true, idLookup: true }),
        ...personNameFields(),
        emailField('Email', 'Email', { required: true, length: 128 }),
        textField('Alias', 'Alias', 8, required),
        textField('CommunityNickname', 'Nickname', 40, { unique: true }),
        textField('Title', 'Title', 80),
        textField('Department', 'Department', 80),
        phoneField('Phone', 'Phone'),
        phoneField('MobilePhone', 'Mobile'),
        phoneField('Extension', 'Extension'),
        booleanField('IsActive', 'Active'),
        lookupField('ProfileId', 'Profile ID', ['Profile'], 'Users', { ...required, deleteBehaviour: 'refuseDelete' }),
        lookupField('ManagerId', 'Manager ID', ['User'], null),
        picklistField('UserType', 'User Type', ['Standard'], { ...readOnly, defaultValue: 'Standard' }),
        picklistField('TimeZoneSidKey', 'Time Zone', ['America/Sao_Paulo', 'America/Manaus', 'GMT'], restricted),
        picklistField('LocaleSidKey', 'Locale', ['pt_BR', 'en_US', 'es'], restricted),
        picklistField('LanguageLocaleKey', 'Language', ['pt_BR', 'en_US', 'es'], restricted),
        picklistField('EmailEncodingKey', 'Email Encoding', ['UTF-8', 'ISO-8859-1'], restricted)
    ]
});
