import { IdPostings } from '../data/idPostings.ts';
import { readField } from '../data/readField.ts';
import type { RecordIndex } from '../data/recordIndex.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { DIGITS_OF_A_SUBSCRIBER } from './compileTerm.ts';
import { indexValue, type SearchedValue } from './searchedValue.ts';
import { isSearched } from './searchedFields.ts';

const INDEX_NAME = 'search';

/** The live records of one object by the words of their text fields, and by the last digits of their phones. */
export class SearchIndex implements RecordIndex {
    readonly object: ObjectDefinition;
    readonly #org: Org;
    readonly #fields: FieldDefinition[];
    readonly #idsByWord = new IdPostings();
    readonly #idsByDigits = new IdPostings();

    constructor(org: Org, object: ObjectDefinition) {
        this.object = object;
        this.#org = org;
        this.#fields = [...object.fields.values()].filter(isSearched);
    }

    add(record: SalesforceRecord): void {
        for (const { words, digits } of this.#searchedValues(record)) {
            for (const word of splitWords(words)) this.#idsByWord.add(word, record.Id);
            if (digits) this.#idsByDigits.add(lastDigits(digits), record.Id);
        }
    }

    remove(record: SalesforceRecord): void {
        for (const { words, digits } of this.#searchedValues(record)) {
            for (const word of splitWords(words)) this.#idsByWord.remove(word, record.Id);
            if (digits) this.#idsByDigits.remove(lastDigits(digits), record.Id);
        }
    }

    withWord(word: string): Iterable<string> {
        return this.#idsByWord.find(word);
    }

    withWordFrom(prefix: string): Iterable<string> {
        const words = [...this.#idsByWord.keys()].filter((word) => word.startsWith(prefix));
        return words.flatMap((word) => [...this.#idsByWord.find(word)]);
    }

    /** Those whose phone ends as these digits do, or is all of them when they are fewer than a subscriber's. */
    withDigits(digits: string): Iterable<string> {
        return this.#idsByDigits.find(lastDigits(digits));
    }

    #searchedValues(record: SalesforceRecord): SearchedValue[] {
        return record.IsDeleted ? [] : searchedValues(this.#org, this.#fields, record);
    }
}

/** The index of the object as it is defined now; built at the first search, in step with every write from then on. */
export function searchIndexOf(org: Org, object: ObjectDefinition): SearchIndex {
    const attached = org.records.attachedIndex(object.name, INDEX_NAME);
    if (attached instanceof SearchIndex && attached.object === object) return attached;
    const index = new SearchIndex(org, object);
    org.records.attachIndex(object.name, INDEX_NAME, index);
    return index;
}

export function searchedValues(org: Org, fields: FieldDefinition[], record: SalesforceRecord): SearchedValue[] {
    return fields.flatMap((field) => {
        const value = readField(org, field, record);
        return typeof value === 'string' ? indexValue(field.type, value) : [];
    });
}

function splitWords(words: string): string[] {
    return words.split(' ').filter((word) => word !== '');
}

function lastDigits(digits: string): string {
    return digits.slice(-DIGITS_OF_A_SUBSCRIBER);
}
