import { ADMINISTRATOR_PROFILE } from '../access/profiles.ts';
import { UserAccess } from '../access/userAccess.ts';
import type { CallContext } from '../callContext.ts';
import type { Org } from '../org.ts';
import { plantRecord } from './plantRecord.ts';
import { ADMINISTRATOR_ID, CASE_ASSIGNMENT_RULE_ID, PHONE_QUEUE_ID } from './setupIds.ts';
import { seedProfiles, seedUsers, type SeedUser } from './users.ts';

/** Seeding is the administrator's doing, and no rule may hand what they plant to somebody else. */
export const administratorContext: CallContext = {
    apiVersion: '66.0',
    access: new UserAccess(ADMINISTRATOR_ID, 'everything', [], () => null),
    autoAssign: 'skip'
};

/** The organization, its profiles and users, the queue and the assignment rule. */
export function plantSetup(org: Org): void {
    const plant = (objectName: string, values: Parameters<typeof plantRecord>[3]) =>
        plantRecord(org, administratorContext, objectName, values);
    plant('Organization', {
        Name: 'Atendimento Local',
        InstanceName: 'BRA1L',
        OrganizationType: 'Enterprise Edition',
        LanguageLocaleKey: 'pt_BR',
        TimeZoneSidKey: 'America/Sao_Paulo'
    });
    const profileIds = new Map(
        seedProfiles.map((name) => {
            const isAdministrator = name === ADMINISTRATOR_PROFILE;
            return [name, plant('Profile', { Name: name, PermissionsModifyAllData: isAdministrator })];
        })
    );
    for (const user of seedUsers) plant('User', userValues(user, profileIds.get(user.profile) ?? null));
    plant('Group', { Id: PHONE_QUEUE_ID, Name: 'Fila do telefone', DeveloperName: 'Fila_do_telefone', Type: 'Queue' });
    plant('QueueSobject', { QueueId: PHONE_QUEUE_ID, SobjectType: 'Case' });
    plant('AssignmentRule', {
        Id: CASE_ASSIGNMENT_RULE_ID,
        Name: 'Casos por telefone',
        SobjectType: 'Case',
        Active: true
    });
}

function userValues(user: SeedUser, profileId: string | null) {
    return {
        Username: user.username,
        FirstName: user.firstName,
        LastName: user.lastName,
        Alias: user.alias,
        CommunityNickname: user.alias,
        Email: user.username,
        Extension: user.extension,
        IsActive: user.isActive,
        ProfileId: profileId,
        TimeZoneSidKey: 'America/Sao_Paulo',
        LocaleSidKey: 'pt_BR',
        LanguageLocaleKey: 'pt_BR',
        EmailEncodingKey: 'UTF-8'
    };
}
