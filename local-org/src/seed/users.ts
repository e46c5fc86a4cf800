import { ADMINISTRATOR_PROFILE, MINIMUM_ACCESS_PROFILE, STANDARD_PROFILE } from '../access/profiles.ts';

export interface SeedUser {
    username: string;
    firstName: string | null;
    lastName: string;
    alias: string;
    extension: string | null;
    isActive: boolean;
    profile: string;
    /** The permission sets of force-app that the user holds, where they exist. */
    permissionSets: string[];
}

export const seedProfiles = [ADMINISTRATOR_PROFILE, STANDARD_PROFILE, MINIMUM_ACCESS_PROFILE];

const agent = { profile: STANDARD_PROFILE, permissionSets: ['SoftphoneAgent'] };

/** The administrator comes first: all seed records are theirs. */
export const seedUsers: SeedUser[] = [
    {
        username: 'admin@local.org',
        firstName: 'Adélia',
        lastName: 'Martins',
        alias: 'admin',
        extension: null,
        isActive: true,
        profile: ADMINISTRATOR_PROFILE,
        permissionSets: []
    },
    {
        ...agent,
        username: 'ana@local.org',
        firstName: 'Ana',
        lastName: 'Souza',
        alias: 'ana',
        extension: '1001',
        isActive: true
    },
    {
        ...agent,
        username: 'bruno@local.org',
        firstName: 'Bruno',
        lastName: 'Lima',
        alias: 'bruno',
        extension: '1002',
        isActive: true
    },
    {
        username: 'bridge@local.org',
        firstName: null,
        lastName: 'Servidor de telefonia',
        alias: 'bridge',
        extension: null,
        isActive: true,
        profile: MINIMUM_ACCESS_PROFILE,
        permissionSets: ['SoftphoneIntegration']
    },
    {
        ...agent,
        username: 'carla@local.org',
        firstName: 'Carla',
        lastName: 'Dias',
        alias: 'carla',
        extension: null,
        isActive: false
    }
];
