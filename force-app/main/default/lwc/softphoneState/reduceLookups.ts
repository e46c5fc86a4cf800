import type { EventOf } from './softphoneEvent';
import type { SoftphoneState } from './state';

export const requestContacts = (state: SoftphoneState, { search }: EventOf<'contactsRequested'>): SoftphoneState => ({
    ...state,
    contacts: { ...state.contacts, search, status: 'loading' }
});

/** Only what the last search found is of interest, in whatever order the answers come. */
export function receiveContacts(
    state: SoftphoneState,
    event: EventOf<'contactsFound'> | EventOf<'contactsFailed'>
): SoftphoneState {
    const { search } = event;
    if (search !== state.contacts.search) return state;
    const contacts =
        event.type === 'contactsFound'
            ? ({ search, status: 'ready', contacts: event.contacts } as const)
            : ({ search, status: 'failed', contacts: [] } as const);
    return { ...state, contacts };
}

export const withDirectoryStatus = (state: SoftphoneState, status: 'loading' | 'failed'): SoftphoneState => ({
    ...state,
    directory: { ...state.directory, status }
});
