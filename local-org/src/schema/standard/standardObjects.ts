import type { ObjectDefinition } from '../objectDefinition.ts';
import { account } from './account.ts';
import { caseObject } from './caseObject.ts';
import { contact } from './contact.ts';
import { lead } from './lead.ts';
import { setupObjects } from './setupObjects.ts';
import { task } from './task.ts';
import { user } from './user.ts';

/** The standard objects this org has; their fields come from Salesforce's Object Reference. */
export const standardObjects: ObjectDefinition[] = [account, contact, lead, caseObject, task, user, ...setupObjects];
